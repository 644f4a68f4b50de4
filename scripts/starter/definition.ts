import { fromPx } from '#core/box'
import type { TemplateDefinition } from '#core/template'
import type { Scene } from './scene'

const fraction = (value: number): number => Math.round(value * 1e4) / 1e4

/** Where every starter template says it comes from. */
export const starterSource = 'MemeZap starter set, drawn by scripts/starter'
/** The emoji drawings in some of them are MIT as well. */
export const starterLicence = 'MIT'

/** What is written beside a scene's picture. */
export const definitionOf = (scene: Scene): TemplateDefinition => ({
  slug: scene.slug,
  name: scene.name,
  aliases: scene.aliases,
  keywords: scene.keywords,
  description: scene.description,
  boxes: scene.boxes.map(({ style, example, ...boxPx }) => {
    const { x, y, width, height, angle } = fromPx(boxPx, scene.width, scene.height)
    const box = { x: fraction(x), y: fraction(y), width: fraction(width), height: fraction(height), angle }
    return { box, style, example }
  }),
  pictures: [{ style: 'default', file: 'picture.webp' }],
  source: starterSource,
  licence: starterLicence,
})
