import { createHash } from 'node:crypto'
import { canonicalJson } from '#core/canonicalJson'
import type { Config } from '#core/config'
import { missingForPublishing } from '#core/curation/missingForPublishing'
import { AppError } from '#core/errors'
import type { ImportedFolder } from '#core/importReport'
import type { FolderOfFiles } from '#core/memegen/templateFolders'
import type { TemplateState } from '#core/template'
import { type ConfigSource, exportedConfig } from '#store/templates/exportedConfig'
import { findTemplate } from '#store/templates/findTemplates'
import { formerHolder } from '#store/templates/followTemplates'
import { type NewTemplatePicture, saveTemplate, type TemplateWords } from '#store/templates/saveTemplate'
import type { StoredTemplate } from '#store/templates/template'
import type { PixelRoom } from '../pixelGate'
import { decode } from '../stages/decode'
import {
  FolderProblem,
  nameOf,
  readPictureFile,
  type TemplateFile,
  type TemplateFolder,
  type ToldTemplate,
} from './readTemplateFolder'
import { storeTemplatePicture } from './storeTemplatePicture'

/** How a folder becomes a template. */
export interface ImportOptions {
  readonly config: Config
  /** What templates become that are not there yet; those that are keep their state. */
  readonly newState: TemplateState
  /** For templates whose folder names none: publishing needs one. */
  readonly licence: string
  /** For the history. */
  readonly actor: string
  /** Where each picture waits for its turn before it is decoded; without it nobody waits. */
  readonly room?: () => PixelRoom
  /** Change nothing, and tell what would become of it. */
  readonly dryRun: boolean
}

const stateNames = { DRAFT: 'draft', PUBLISHED: 'published', RETIRED: 'retired' } as const
const rowNames = { draft: 'DRAFT', published: 'PUBLISHED', retired: 'RETIRED' } as const

/**
 * Makes a template of a folder, or changes the one that has its slug, or had it. What the folder's format has no words for (memegen's knows no aliases, description
 * or licence) stays as it is on a template that is there already.
 * @param read what `readTemplateFolder` reads
 * @returns what became of it, also when it cannot become a template
 * @throws only what is not the folder's fault, such as a full disk or a database that is away
 */
export async function importFolder(
  folder: FolderOfFiles<TemplateFile>,
  options: ImportOptions,
  read: (folder: FolderOfFiles<TemplateFile>) => Promise<TemplateFolder>,
): Promise<ImportedFolder> {
  const told = { folder: folder.path, slug: null, reason: null, notUnderstood: [] }
  let template: TemplateFolder | undefined
  try {
    template = await read(folder)
    const became = await becomeTemplate(template, options)
    return { ...told, ...became, notUnderstood: template.notUnderstood }
  } catch (error) {
    if (!isFoldersFault(error)) throw error
    return { ...told, slug: template?.slug ?? null, outcome: 'failed', reason: error.message }
  }
}

const isFoldersFault = (error: unknown): error is Error =>
  error instanceof FolderProblem || (error instanceof AppError && error.code !== 'STORAGE_FULL')

async function becomeTemplate(
  read: TemplateFolder,
  options: ImportOptions,
): Promise<Pick<ImportedFolder, 'slug' | 'outcome'>> {
  const old = (await findTemplate(read.slug)) ?? (await formerHolder(read.slug))
  const slug = old?.slug ?? read.slug
  const pictures: NewTemplatePicture[] = []
  for (const [style, file] of read.pictures) pictures.push(await pictureOf(style, file, old, options))
  const told = read.told(pictures.find(({ style }) => style === 'default')!)
  const words = wordsOf(slug, told, old, options.licence)
  const state = old ? stateNames[old.state] : (told.state ?? options.newState)
  const imported = read.imported ? JSON.parse(JSON.stringify(read.imported)) : undefined
  const next = { ...words, state: rowNames[state], pictures, imported: imported ?? old?.imported ?? null }
  if (old && isSame(old, next)) return { slug, outcome: 'unchanged' }
  if (state === 'published') needAllForPublishing(words)
  if (!options.dryRun) await saveTemplate({ words, state, pictures, imported, actor: options.actor, action: 'import' })
  return { slug, outcome: old ? 'updated' : 'created' }
}

function needAllForPublishing(words: TemplateWords): void {
  const missing = missingForPublishing(words)
  if (missing.length > 0)
    throw new FolderProblem(`it cannot be published. ${missing.map(({ message }) => message).join(' ')}`)
}

/** A picture that the template has already is neither decoded nor stored again. */
async function pictureOf(
  style: string,
  file: TemplateFile,
  old: StoredTemplate | null,
  { config, dryRun, room: newRoom }: ImportOptions,
): Promise<NewTemplatePicture> {
  const bytes = await readPictureFile(file, config.limits.max_upload_bytes)
  const sourceSha256 = createHash('sha256').update(bytes).digest('hex')
  const known = old?.pictures.find((picture) => picture.style === style && picture.sourceSha256 === sourceSha256)
  if (known) {
    const { id: _, templateId: __, ...picture } = known
    return picture
  }
  const room = newRoom?.()
  try {
    if (!dryRun) return await storeTemplatePicture(style, bytes, config, room)
    const { bitmap, frames } = await decode(bytes, { ...config.limits, ...config.image_processing }, room)
    const { width, height } = bitmap
    return { style, sourceSha256, file: '', thumbFile: '', thumbWidth: 0, thumbHeight: 0, width, height, frames }
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'STORAGE_FULL') throw error
    throw new FolderProblem(`${nameOf(file.path)}: ${error.message}`, { cause: error })
  } finally {
    room?.leave()
  }
}

const wordsOf = (slug: string, told: ToldTemplate, old: StoredTemplate | null, licence: string): TemplateWords => ({
  slug,
  name: told.name,
  keywords: told.keywords,
  source: told.source,
  boxes: told.boxes,
  aliases: told.aliases ?? old?.aliases ?? [],
  description: told.description ?? old?.description ?? told.name,
  licence: told.licence || old?.licence || licence,
})

/** Whether an export would say the same of both. */
function isSame(old: StoredTemplate, next: ConfigSource & { pictures: readonly NewTemplatePicture[] }) {
  const bytes = (pictures: readonly Pick<NewTemplatePicture, 'style' | 'sourceSha256'>[]) =>
    Object.fromEntries(pictures.map(({ style, sourceSha256 }) => [style, sourceSha256]))
  return (
    canonicalJson(bytes(old.pictures)) === canonicalJson(bytes(next.pictures)) &&
    canonicalJson(exportedConfig(old)) === canonicalJson(exportedConfig(next))
  )
}
