import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

/** A new empty folder that is removed when the test that asked for it has ended. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'memezap-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
