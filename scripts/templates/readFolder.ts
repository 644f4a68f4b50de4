import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { parse } from 'yaml'
import type { ZodError } from 'zod'
import { type MemegenConfig, memegenConfig } from '#core/memegen/config'
import { templateOfMemegen } from '#core/memegen/convert'
import { templateFile } from '#core/templateFile'
import type { TemplateWords } from '#store/templates/saveTemplate'
import { readHeader } from '#workers/stages/decode'

/** A template's folder, read and understood as far as that goes. */
export interface TemplateFolder {
  readonly words: TemplateWords
  /** Style name to bytes; `default` is among them. */
  readonly pictures: ReadonlyMap<string, Buffer>
  /** memegen's own config, for a later export. */
  readonly imported: MemegenConfig | undefined
  readonly notUnderstood: readonly string[]
}

/** Animations first: they hold the still picture's frame too. */
const extensions = ['gif', 'webp', 'png', 'jpg', 'jpeg'] as const

/** The folder cannot become a template; the message says why. */
export class FolderProblem extends Error {}

/** Pictures of a folder by style, the richest file of each; `_…` files are memegen's own previews. */
function readPictures(folder: string): Map<string, Buffer> {
  const pictures = new Map<string, Buffer>()
  for (const extension of extensions) {
    for (const file of readdirSync(folder).filter((name) => name.toLowerCase().endsWith(`.${extension}`))) {
      const style = path.parse(file).name
      // A still copy beside an animation is kept under its whole file name.
      if (!style.startsWith('_'))
        pictures.set(pictures.has(style) ? file : style, readFileSync(path.join(folder, file)))
    }
  }
  if (!pictures.has('default')) throw new FolderProblem('it has no picture named default')
  return pictures
}

const slugOf = (folder: string): string =>
  path
    .basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** One of ours: template.json names the pictures. */
function readOwnFolder(folder: string): TemplateFolder {
  const checked = templateFile.safeParse(parse(readFileSync(path.join(folder, 'template.json'), 'utf8')))
  if (!checked.success) throw new FolderProblem(`template.json: ${firstIssue(checked.error)}`)
  const { pictures: named, ...words } = checked.data
  const pictures = new Map<string, Buffer>()
  for (const { style, file } of named) {
    // Only files of this very folder.
    const place = path.join(folder, path.basename(file))
    if (!existsSync(place)) throw new FolderProblem(`template.json names ${file}, which is not there`)
    pictures.set(style, readFileSync(place))
  }
  if (!pictures.has('default')) throw new FolderProblem('it has no picture named default')
  return { words, pictures, imported: undefined, notUnderstood: [] }
}

const firstIssue = ({ issues: [issue] }: ZodError): string => `${issue?.path.join('.')}: ${issue?.message}`

/** Reads a folder of ours (template.json) or of memegen's (config.yml). @throws FolderProblem */
export async function readTemplateFolder(folder: string): Promise<TemplateFolder> {
  if (existsSync(path.join(folder, 'template.json'))) return readOwnFolder(folder)
  const pictures = readPictures(folder)
  const file = path.join(folder, 'config.yml')
  if (!existsSync(file)) throw new FolderProblem('it has neither template.json nor config.yml')
  const checked = memegenConfig.safeParse(parse(readFileSync(file, 'utf8')))
  if (!checked.success) throw new FolderProblem(`config.yml: ${firstIssue(checked.error)}`)
  const { width, height, pageHeight } = await readHeader(pictures.get('default')!)
  const { template, notUnderstood } = templateOfMemegen(checked.data, { width, height: pageHeight ?? height })
  const words = { ...template, slug: slugOf(folder), aliases: [], description: template.name, licence: '' }
  return { words, pictures, imported: checked.data, notUnderstood }
}
