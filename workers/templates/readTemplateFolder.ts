import { parse as parsePath } from 'node:path'
import { parse } from 'yaml'
import type { ZodError, ZodType } from 'zod'
import { AppError } from '#core/errors'
import { type MemegenConfig, memegenConfig } from '#core/memegen/config'
import { type ToldByMemegen, templateOfMemegen } from '#core/memegen/convert'
import { DEFINITIONS, type FolderOfFiles } from '#core/memegen/templateFolders'
import { sizeText } from '#core/sizeText'
import type { TemplateDefinition } from '#core/template'
import { templateFile } from '#core/templateFile'
import { isUuid } from '#store/jobs/findJob'

/** A file of a template's folder, on disk or in an archive. */
export interface TemplateFile {
  readonly path: string
  readonly bytes: number
  read(): Promise<Buffer>
}

/** What a folder tells of its template; undefined where its format has no words for it. */
export type ToldTemplate = Omit<ToldByMemegen, 'aliases'> & Partial<Pick<TemplateDefinition, 'slug' | 'aliases'>>

/** A template's folder, read as far as that goes without its pictures. */
export interface TemplateFolder {
  readonly slug: string
  /** Style name to file; `default` is among them. */
  readonly pictures: ReadonlyMap<string, TemplateFile>
  /** memegen's own config, for a later export. */
  readonly imported: MemegenConfig | undefined
  /** Which key of which file says something that we have no words for. */
  readonly notUnderstood: readonly string[]
  /** @param size of the default picture, in pixels: memegen's turned boxes depend on it */
  told(size: { readonly width: number; readonly height: number }): ToldTemplate
}

/** The folder cannot become a template; the message says why. */
export class FolderProblem extends Error {}

/** Animations first: they hold the still picture's frame too. */
const extensions = ['gif', 'webp', 'png', 'jpg', 'jpeg'] as const

/** No template needs as many words: what is longer is something else. */
const MAX_DEFINITION_BYTES = 200_000
/** Addresses beyond this are no names. */
const MAX_SLUG = 200

type Folder = FolderOfFiles<TemplateFile>

/** Lower case letters, digits and hyphens; null when there are none of them in the text. */
export const slugOf = (text: string): string | null =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || null

/** Reads a folder of ours (template.json) or of memegen's (config.yml). @throws FolderProblem */
export async function readTemplateFolder(folder: Folder): Promise<TemplateFolder> {
  const own = folder.files.get(DEFINITIONS.own)
  const memegen = folder.files.get(DEFINITIONS.memegen)
  if (own) return needAddress(readOwn(folder, await readDefinition(own, DEFINITIONS.own, templateFile)))
  if (memegen)
    return needAddress(readMemegen(folder, await readDefinition(memegen, DEFINITIONS.memegen, memegenConfig)))
  throw new FolderProblem('it has neither template.json nor config.yml')
}

/** An id in a slug's place would find another template. */
function needAddress(template: TemplateFolder): TemplateFolder {
  if (template.slug.length <= MAX_SLUG && !isUuid(template.slug)) return template
  throw new FolderProblem('its name cannot be an address: it is too long, or looks like an id')
}

async function readDefinition<T>(file: TemplateFile, name: string, schema: ZodType<T>): Promise<T> {
  if (file.bytes > MAX_DEFINITION_BYTES)
    throw new FolderProblem(`${name} is larger than ${sizeText(MAX_DEFINITION_BYTES)}`)
  const text = (await file.read()).toString('utf8')
  const said = parseYaml(text, name)
  needStorable(said, name)
  const checked = schema.safeParse(said)
  if (!checked.success) throw new FolderProblem(`${name}: ${firstIssue(checked.error)}`)
  return checked.data
}

/** JSON is YAML too. */
function parseYaml(text: string, name: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    throw new FolderProblem(`${name} is not valid: ${String((error as Error).message).split('\n')[0]}`)
  }
}

/** No database takes a character 0 or half of a pair, and what holds itself has no end. */
function needStorable(said: unknown, name: string): void {
  let json: string | undefined
  try {
    json = JSON.stringify(said)
  } catch (cause) {
    throw new FolderProblem(`${name} holds a part that holds itself`, { cause })
  }
  if (/\\u(?:0000|d[89a-f])/.test(json ?? '')) throw new FolderProblem(`${name} has characters that are no text`)
}

function firstIssue({ issues: [issue] }: ZodError): string {
  const place = issue?.path.join('.')
  return place ? `${place}: ${issue?.message}` : `${issue?.message}`
}

/** One of ours: template.json names the pictures. */
function readOwn({ files }: Folder, { pictures: named, ...words }: TemplateDefinition): TemplateFolder {
  const pictures = new Map<string, TemplateFile>()
  for (const { style, file } of named) {
    // Only files of this very folder.
    const found = files.get(file)
    if (!found) throw new FolderProblem(`template.json names ${file}, which is not there`)
    pictures.set(style, found)
  }
  needDefault(pictures)
  return { slug: words.slug, pictures, imported: undefined, notUnderstood: [], told: () => words }
}

function readMemegen({ path, files }: Folder, config: MemegenConfig): TemplateFolder {
  const { pictures, others } = picturesByStyle(files)
  needDefault(pictures)
  const slug = slugOf(path.slice(path.lastIndexOf('/') + 1)) ?? slugOf(config.name)
  if (!slug) throw new FolderProblem('its name has no letter from a to z and no digit to make an address of')
  // What cannot be understood does not depend on the picture's size.
  const { notUnderstood } = templateOfMemegen(config, { width: 1, height: 1 })
  return {
    slug,
    pictures,
    imported: config,
    notUnderstood: [
      ...notUnderstood.map((what) => `config.yml, ${what}`),
      ...others.map((name) => `${name}: it is no picture, so it is left out`),
    ],
    told: (size) => templateOfMemegen(config, size).template,
  }
}

/** Pictures of a folder by style, the richest file of each. */
function picturesByStyle(files: Folder['files']): {
  readonly pictures: ReadonlyMap<string, TemplateFile>
  readonly others: readonly string[]
} {
  const pictures = new Map<string, TemplateFile>()
  const left = new Set(files.keys())
  left.delete(DEFINITIONS.memegen)
  for (const extension of extensions) {
    for (const [name, file] of files) {
      if (!name.toLowerCase().endsWith(`.${extension}`)) continue
      left.delete(name)
      const style = parsePath(name).name
      // A still copy beside an animation is kept under its whole file name.
      pictures.set(pictures.has(style) ? name : style, file)
    }
  }
  return { pictures, others: [...left] }
}

function needDefault(pictures: ReadonlyMap<string, TemplateFile>): void {
  if (!pictures.has('default')) throw new FolderProblem('it has no picture named default')
}

/** Reads a picture's bytes. @throws AppError FILE_TOO_LARGE, before anything is read */
export async function readPictureFile(file: TemplateFile, maxBytes: number): Promise<Buffer> {
  if (file.bytes > maxBytes)
    throw new AppError('FILE_TOO_LARGE', `${nameOf(file.path)} is larger than ${sizeText(maxBytes)}`)
  return file.read()
}

/** The last part of a path. */
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
