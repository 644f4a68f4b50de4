import { createRequire } from 'node:module'
import { emojiPackage } from './drawing/emoji'

/** One source of what is to be seen on a template. */
export interface Layer {
  readonly what: string
  readonly source: string
  readonly licence: string
}

const { version }: { readonly version: string } = createRequire(import.meta.url)(`${emojiPackage}/package.json`)

/** Where everything in a drawing comes from: our own shapes, and each emoji by its `data-art` mark. */
export function layersOf(drawing: string): readonly Layer[] {
  const emoji = [...new Set([...drawing.matchAll(/data-art="([^"]+)"/g)].map((match) => match[1]!))].sort()
  return [
    { what: 'scene, light, people and props', source: 'own drawing, MemeZap scripts/starter', licence: 'MIT' },
    ...emoji.map((name) => ({
      what: name,
      source: `${emojiPackage}@${version} (Fluent Emoji, Microsoft)`,
      licence: 'MIT',
    })),
  ]
}
