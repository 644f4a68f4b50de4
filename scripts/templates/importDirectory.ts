import type { ImportedFolder } from '#core/importReport'
import type { ImportOptions } from '#workers/templates/importFolder'
import { importFolders } from '#workers/templates/importFolders'
import { foldersOnDisk } from './folderFiles'

/** How a directory's folders become templates. */
export interface DirectoryImport extends ImportOptions {
  /** Which of the folders, by the last part of their path; all when left out. */
  wanted?(name: string): boolean
  /** Told after each folder. */
  progress?(done: number, total: number, folder: ImportedFolder): void
}

/** Makes templates of a directory's folders. @returns what became of each, in the order of their paths */
export async function importDirectory(directory: string, options: DirectoryImport): Promise<ImportedFolder[]> {
  const folders = foldersOnDisk(directory).filter(
    ({ path }) => options.wanted?.(path.slice(path.lastIndexOf('/') + 1)) ?? true,
  )
  const imported: ImportedFolder[] = []
  await importFolders(folders, {
    ...options,
    done(folder) {
      imported.push(folder)
      options.progress?.(imported.length, folders.length, folder)
    },
  })
  return imported.sort((a, b) => (a.folder < b.folder ? -1 : 1))
}
