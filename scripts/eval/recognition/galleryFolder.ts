import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bitmap } from '#core/bitmap'
import { CandidateIndex, type FingerprintRow } from '#core/fingerprint/candidateIndex'
import { readPicture } from '#scripts/eval/dataset'
import { distractors } from '#scripts/eval/recognition/distractors'
import type { TemplateGallery } from '#workers/recognise/recognise'
import { describeTemplate, type TemplatePrint } from '#workers/recognise/templatePrint'

/** A gallery in memory, as the worker holds one. */
export interface FolderGallery extends TemplateGallery {
  readonly size: number
  /** The template's picture in full size. */
  picture(id: string): Promise<Bitmap>
}

/**
 * Reads a folder of templates in memegen's format: `<id>/default.jpg|png|gif`, the first frame counts.
 * @param extra how many made-up templates are put beside them, to see how it goes in a larger gallery
 */
export async function readGallery(directory: string, extra = 0): Promise<FolderGallery> {
  const paths = new Map<string, string>()
  const prints = new Map<string, TemplatePrint>()
  const rows: FingerprintRow[] = []
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    const file = (await readdir(join(directory, entry.name))).find((name) =>
      /^default\.(jpe?g|png|gif|webp)$/.test(name),
    )
    if (file === undefined) continue
    const id = entry.name
    paths.set(id, join(directory, id, file))
    const { print, vectors } = await describeTemplate(await readPicture(paths.get(id)!))
    prints.set(id, print)
    rows.push(...vectors.map((vector) => ({ id, vector })))
  }
  for (const made of distractors([...prints.values()], extra)) {
    prints.set(made.id, made.print)
    rows.push(...made.vectors.map((vector) => ({ id: made.id, vector })))
  }
  const index = new CandidateIndex(rows)
  return {
    size: prints.size,
    candidates: async (queries, count) => index.search(queries, count),
    print: async (id) => prints.get(id),
    picture: (id) => readPicture(paths.get(id)!),
  }
}
