import type { ImportedFolder } from '#core/importReport'
import type { FolderOfFiles } from '#core/memegen/templateFolders'
import { type ImportOptions, importFolder } from './importFolder'
import type { TemplateFile } from './readTemplateFolder'

/** How folders become templates, and who hears of it. */
export interface ImportRun extends ImportOptions {
  /** Told after each folder. */
  done(folder: ImportedFolder): void
  /** Stops between two folders. */
  readonly signal?: AbortSignal
}

/** Pictures are decoded and encoded on libuv's threads, and files are synced: a few folders side by side keep both busy. */
const LANES = 4

/**
 * Makes templates of folders. One that cannot become a template does not stop the others.
 * @throws what is not a folder's fault, and the signal's reason
 */
export async function importFolders(folders: readonly FolderOfFiles<TemplateFile>[], run: ImportRun): Promise<void> {
  const waiting = [...folders]
  const taken = new Set<string>()
  const claim = (slug: string) => !taken.has(slug) && Boolean(taken.add(slug))
  const lane = async () => {
    for (let folder = waiting.shift(); folder; folder = waiting.shift()) {
      run.signal?.throwIfAborted()
      run.done(await importFolder(folder, run, claim))
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}
