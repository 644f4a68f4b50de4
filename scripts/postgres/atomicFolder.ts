import { chmodSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'

const abandonedAfterMs = 3_600_000

function removeAbandoned(parent: string): void {
  for (const name of readdirSync(parent)) {
    const folder = path.join(parent, name)
    const ageMs = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (name.startsWith('.making-') && ageMs > abandonedAfterMs) rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Makes a folder whole under another name and shows it in one rename. Of several processes that make the same one, the
 * first wins and the others take its folder. Its parent must exist.
 */
export async function atomicFolder(target: string, make: (folder: string) => Promise<void>): Promise<string> {
  if (existsSync(target)) return target
  const parent = path.dirname(target)
  removeAbandoned(parent)
  const folder = mkdtempSync(path.join(parent, `.making-${path.basename(target)}-`))
  chmodSync(folder, 0o755)
  try {
    await make(folder)
    renameSync(folder, target)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    if (!existsSync(target)) throw error
  }
  return target
}
