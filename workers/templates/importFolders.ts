import type { ImportedFolder } from '#core/importReport'
import type { FolderOfFiles } from '#core/memegen/templateFolders'
import { type ImportOptions, importFolder } from './importFolder'
import { FolderProblem, readTemplateFolder, type TemplateFile, type TemplateFolder } from './readTemplateFolder'

/** How folders become templates, and who hears of it. */
export interface ImportRun extends ImportOptions {
  /** Told after each folder. */
  done(folder: ImportedFolder): void
  /** Stops between two folders. */
  readonly signal?: AbortSignal
}

/** Pictures are decoded and encoded on libuv's threads: two side by side keep two cores busy (four were no faster), and large ones fit into memory. */
const LANES = 2

/**
 * Makes templates of folders. One that cannot become a template does not stop the others.
 * @throws what is not a folder's fault, and the signal's reason
 */
export async function importFolders(folders: readonly FolderOfFiles<TemplateFile>[], run: ImportRun): Promise<void> {
  const waiting = [...folders]
  const read = readerInTurn()
  const lane = async () => {
    for (let folder = waiting.shift(); folder; folder = waiting.shift()) {
      run.signal?.throwIfAborted()
      run.done(await importFolder(folder, run, read))
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}

/** Reads folders one after another, so that of two with the same slug it is always the first that gets it. */
function readerInTurn(): (folder: FolderOfFiles<TemplateFile>) => Promise<TemplateFolder> {
  const taken = new Set<string>()
  let turn: Promise<unknown> = Promise.resolve()
  const read = async (folder: FolderOfFiles<TemplateFile>) => {
    const template = await readTemplateFolder(folder)
    if (taken.has(template.slug))
      throw new FolderProblem(`another folder of this import is called ${template.slug} too`)
    taken.add(template.slug)
    return template
  }
  return (folder) => {
    const mine = turn.then(() => read(folder))
    // Who asked for it is told why it failed; the next goes on.
    turn = mine.catch(() => undefined)
    return mine
  }
}
