import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import { stringify } from 'yaml'
import type { MemegenConfig } from '#core/memegen/config'
import { memegenOfTemplate } from '#core/memegen/convert'
import { getBytes } from '#store/files'
import { pageOfTemplates } from '#store/templates/findTemplates'
import type { StoredTemplate } from '#store/templates/template'

const PAGE = 50

/** Writes every template as a folder in memegen's format, pictures as they came. @returns the slugs */
export async function exportFolders(directory: string): Promise<string[]> {
  const slugs: string[] = []
  for (let offset = 0; ; offset += PAGE) {
    const { templates, hasNext } = await pageOfTemplates({}, PAGE, offset)
    for (const template of templates) {
      await exportFolder(path.join(directory, template.slug), template)
      slugs.push(template.slug)
    }
    if (!hasNext) return slugs
  }
}

async function exportFolder(folder: string, template: StoredTemplate): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const main = template.pictures.find(({ style }) => style === 'default') ?? template.pictures[0]!
  const imported = template.imported as unknown as MemegenConfig | null
  const config = memegenOfTemplate(template, main, imported ?? undefined)
  writeFileSync(path.join(folder, 'config.yml'), stringify(config))
  for (const { style, sourceSha256 } of template.pictures) {
    const bytes = await getBytes('sources', sourceSha256)
    const file = style.includes('.') ? style : `${style}.${(await fileTypeFromBuffer(bytes))?.ext ?? 'jpg'}`
    writeFileSync(path.join(folder, file), bytes)
  }
}
