import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { Config } from '#core/config'
import { AppError } from '#core/errors'
import type { TemplateState } from '#core/template'
import { saveTemplate } from '#store/templates/saveTemplate'
import { storeTemplatePicture } from '#workers/templates/storeTemplatePicture'
import { FolderProblem, readTemplateFolder } from './readFolder'

/** How folders become templates. */
export interface ImportOptions {
  readonly config: Config
  readonly state: TemplateState
  /** For templates whose folder names none: publishing needs one. */
  readonly licence: string
  readonly actor: string
  /** Which of the folders; all when left out. */
  wanted?(folder: string): boolean
  /** Told after each folder. */
  progress(done: number, total: number, slug: string): void
}

/** What became of the folders. */
export interface ImportReport {
  readonly imported: readonly string[]
  /** Folders that could not become templates, and why. */
  readonly refused: readonly { readonly folder: string; readonly why: string }[]
  /** What templates say that we have no words for: kept for export, drawn by defaults. */
  readonly notUnderstood: readonly { readonly slug: string; readonly what: readonly string[] }[]
}

const LANES = 4

/** A folder that holds template folders, or one template's own. */
export function templateFolders(directory: string): string[] {
  const isTemplate = (folder: string) =>
    ['template.json', 'config.yml'].some((file) => existsSync(path.join(folder, file)))
  if (isTemplate(directory)) return [directory]
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_') && !entry.name.startsWith('.'))
    .map((entry) => path.join(directory, entry.name))
    .sort()
}

/** Imports every template folder of a directory; one that cannot be read does not stop the others. A template of the same slug is changed. */
export async function importFolders(directory: string, options: ImportOptions): Promise<ImportReport> {
  const folders = templateFolders(directory).filter((folder) => options.wanted?.(folder) ?? true)
  const imported: string[] = []
  const refused: { folder: string; why: string }[] = []
  const notUnderstood: { slug: string; what: readonly string[] }[] = []
  let done = 0
  const importOne = async (folder: string) => {
    try {
      const template = await importFolder(folder, options)
      imported.push(template.slug)
      if (template.notUnderstood.length > 0) notUnderstood.push({ slug: template.slug, what: template.notUnderstood })
    } catch (error) {
      if (!(error instanceof FolderProblem || error instanceof AppError)) throw error
      refused.push({ folder: path.basename(folder), why: error.message })
    }
    options.progress(++done, folders.length, path.basename(folder))
  }
  // Decoding and encoding run on other threads: a few folders side by side keep them busy.
  const waiting = [...folders]
  const lane = async () => {
    for (let folder = waiting.shift(); folder; folder = waiting.shift()) await importOne(folder)
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return { imported, refused, notUnderstood }
}

async function importFolder(folder: string, { config, state, licence, actor }: ImportOptions) {
  const { words, pictures, imported, notUnderstood } = await readTemplateFolder(folder)
  const stored = await Promise.all([...pictures].map(([style, bytes]) => storeTemplatePicture(style, bytes, config)))
  await saveTemplate({
    words: { ...words, licence: words.licence || licence },
    state,
    pictures: stored,
    ...(imported ? { imported: JSON.parse(JSON.stringify(imported)) } : {}),
    actor,
    action: 'import',
  })
  return { slug: words.slug, notUnderstood }
}
