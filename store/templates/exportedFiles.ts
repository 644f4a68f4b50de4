import type { Readable } from 'node:stream'
import { fileTypeFromBuffer } from 'file-type'
import { stringify } from 'yaml'
import { DEFINITIONS } from '#core/memegen/templateFolders'
import { fileSize, readBytes, readHead } from '../files'
import { exportedConfig } from './exportedConfig'
import { pageOfTemplates, type TemplateFilter } from './findTemplates'
import type { StoredTemplate } from './template'

/** A file of an export: a folder for each template, in memegen's format, pictures as they came. */
export interface ExportedFile {
  /** `<slug>/<name>`. */
  readonly path: string
  readonly bytes: number
  readonly changedAt: Date
  /** The content: text, or a stream to open when its turn comes. */
  readonly content: string | (() => Readable)
}

/** A template's own files. */
export interface ExportedTemplate {
  readonly slug: string
  readonly files: readonly ExportedFile[]
}

const PAGE = 50

/** Templates as files, page by page; none is left out, and none comes twice, when nobody changes them meanwhile. */
export async function* exportedTemplates(filter: TemplateFilter): AsyncGenerator<ExportedTemplate> {
  for (let offset = 0; ; offset += PAGE) {
    const { templates, hasNext } = await pageOfTemplates(filter, PAGE, offset)
    for (const template of templates) yield { slug: template.slug, files: await filesOf(template) }
    if (!hasNext) return
  }
}

async function filesOf(template: StoredTemplate): Promise<ExportedFile[]> {
  const { slug, updatedAt: changedAt } = template
  const config = stringify(exportedConfig(template))
  const pictures = template.pictures.map(async ({ style, sourceSha256 }): Promise<ExportedFile> => {
    const path = `${slug}/${await fileName(style, sourceSha256)}`
    const bytes = (await fileSize('sources', sourceSha256)) ?? 0
    return { path, bytes, changedAt, content: () => readBytes('sources', sourceSha256) }
  })
  const definition = {
    path: `${slug}/${DEFINITIONS.memegen}`,
    bytes: Buffer.byteLength(config),
    changedAt,
    content: config,
  }
  return [definition, ...(await Promise.all(pictures))]
}

/** What `file-type` wants to see. */
const HEAD_BYTES = 4100
const PICTURE_NAME = /\.(gif|webp|png|jpe?g)$/i

/** A still copy beside an animation was imported under its whole file name: it keeps that. */
async function fileName(style: string, sourceSha256: string): Promise<string> {
  if (PICTURE_NAME.test(style)) return style
  const head = await readHead('sources', sourceSha256, HEAD_BYTES)
  return `${style}.${(await fileTypeFromBuffer(head))?.ext ?? 'jpg'}`
}
