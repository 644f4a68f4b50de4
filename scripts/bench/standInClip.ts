import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { writeModelFolder } from '#e2e/support/clipModelFolder'
import { config } from '#store/config'
import type { Dtype } from '#workers/models/clip/modelFiles'

/** CLIP for machines that have no weights. */
export interface StandInClip {
  /** The folder of the model's own files. */
  readonly folder: string
  /** Makes a worker load it. */
  readonly env: Readonly<Record<string, string>>
  remove(): void
}

/**
 * Writes a CLIP ViT-B/16 of random weights into a temporary folder: the operators, sizes and cost of the real one, but what it answers means nothing. Real
 * weights can only be downloaded, and a benchmark must run without.
 * @param dtypes 750 MB for int8 and fp32 together, in about eight seconds
 * @param fullSize false: a tiny one, to see that things work
 */
export function standInClip(dtypes: readonly Dtype[], fullSize = true): StandInClip {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'memezap-bench-clip-'))
  const folder = path.join(directory, config().clip.model)
  writeModelFolder(folder, { fullSize, dtypes })
  return {
    folder,
    env: { MEMEZAP_CLIP__DIRECTORY: directory },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  }
}
