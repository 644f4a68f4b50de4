import { readdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type FolderOfFiles, templateFolders } from '#core/memegen/templateFolders'
import type { TemplateFile } from '#workers/templates/readTemplateFolder'

/** Template folders in a directory on disk, at any depth, or the one that it is itself. */
export function foldersOnDisk(directory: string): FolderOfFiles<TemplateFile>[] {
  const root = path.resolve(directory)
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry): TemplateFile => {
      const place = path.join(entry.parentPath, entry.name)
      const inside = path.relative(root, place).split(path.sep).join('/')
      return { path: inside, bytes: statSync(place).size, read: () => readFile(place) }
    })
  return templateFolders(files).map((folder) =>
    folder.path === '' ? { ...folder, path: path.basename(root) } : folder,
  )
}
