import type { MemegenConfig } from '#core/memegen/config'
import { memegenOfTemplate } from '#core/memegen/convert'
import type { TemplateDefinition } from '#core/template'
import type { StoredTemplate } from './template'

/** What of a template an export says, apart from its pictures' bytes. */
export type ConfigSource = Omit<TemplateDefinition, 'slug' | 'pictures'> &
  Pick<StoredTemplate, 'state' | 'imported'> & {
    readonly pictures: readonly { readonly style: string; readonly width: number; readonly height: number }[]
  }

/** The config.yml of a template: as it was imported, with what has changed since. */
export function exportedConfig(template: ConfigSource): MemegenConfig {
  const main = template.pictures.find(({ style }) => style === 'default') ?? template.pictures[0]!
  const imported = template.imported as unknown as MemegenConfig | null
  return memegenOfTemplate({ ...template, isRetired: template.state === 'RETIRED' }, main, imported ?? undefined)
}
