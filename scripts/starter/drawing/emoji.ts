import { createRequire } from 'node:module'
import { type Light, lit } from './effects'
import { nameOf } from './paint'
import { type Placing, placed } from './shapes'

interface IconSet {
  readonly icons: Readonly<Record<string, { readonly body: string }>>
  readonly aliases?: Readonly<Record<string, { readonly parent: string }>>
}

/** The package that the emoji drawings come from (MIT). */
export const emojiPackage = '@iconify-json/fluent-emoji-flat'
const icons: IconSet = createRequire(import.meta.url)(`${emojiPackage}/icons.json`)
/** Side of an icon's own square. */
const side = 32

/** An emoji drawing, its middle at the origin, `size` pixels wide; `data-art` tells the layer list where it comes from. */
function icon(name: string, size: number): string {
  const body = icons.icons[name]?.body ?? icons.icons[icons.aliases?.[name]?.parent ?? '']?.body
  if (body === undefined) throw new Error(`${emojiPackage} has no drawing "${name}".`)
  const own = nameOf(name)
  const unique = body.replace(/id="([^"]+)"/g, `id="${own}$1"`).replace(/url\(#([^)]+)\)/g, `url(#${own}$1)`)
  return `<g data-art="${name}" transform="scale(${size / side}) translate(${-side / 2} ${-side / 2})">${unique}</g>`
}

/** An emoji drawing at a place, without light: for prints and far things. */
export const flatEmoji = (name: string, size: number, placing: Placing = {}): string =>
  placed(icon(name, size), placing)

/** An emoji drawing at a place (its middle), lit as the scene is. */
export const emoji = (name: string, size: number, placing: Placing = {}, light?: Light): string =>
  lit(flatEmoji(name, size, placing), size * (placing.scale ?? 1), light)
