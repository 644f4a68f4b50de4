import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Bitmap } from '#core/bitmap'
import { type Box, toPx } from '#core/box'
import { backgroundsUnder } from '#core/lettering/backgrounds'
import { contrast } from '#core/lettering/contrast'
import { frameAround, sharedPart } from '#core/place/frame'
import type { TemplateDefinition } from '#core/template'
import { projectFolder } from '#scripts/projectFolder'
import { definitionOf } from './definition'
import { layersOf } from './layers'
import { letteredExamples } from './lettered'
import { bitmapOf, scenePicture, sceneSvg } from './picture'
import { starterSet } from './starterSet'

const folder = path.join(projectFolder, 'prisma', 'templates')
const slugs = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
const file = (slug: string, name: string) => path.join(folder, slug, name)
const json = (slug: string, name: string): unknown => JSON.parse(readFileSync(file(slug, name), 'utf8'))

const fraction = z.number().min(0).max(1)
const hex = z.string().regex(/^#[0-9a-f]{6}$/)
const template: z.ZodType<TemplateDefinition> = z.strictObject({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(3).max(60),
  aliases: z.array(z.string().min(3)).min(1),
  keywords: z.array(z.string().min(2)).min(4),
  description: z.string().min(40).max(240),
  boxes: z
    .array(
      z.strictObject({
        box: z.strictObject({ x: fraction, y: fraction, width: fraction, height: fraction, angle: z.number() }),
        style: z.strictObject({
          font: z.enum(['anton', 'noto-sans', 'comic']),
          color: hex,
          outlineColor: hex,
          outlineWidth: z.number().min(0).max(0.2),
          letterCase: z.enum(['upper', 'as-typed']),
          align: z.enum(['left', 'center', 'right']),
          verticalAlign: z.enum(['top', 'middle', 'bottom', 'auto']),
        }),
        example: z.string().min(2).max(80),
      }),
    )
    .min(1)
    .max(8),
  pictures: z.array(z.strictObject({ style: z.string(), file: z.string() })).min(1),
  source: z.string().min(10),
  licence: z.literal('MIT'),
})
const layers = z
  .array(z.strictObject({ what: z.string().min(2), source: z.string().min(5), licence: z.enum(['MIT', 'CC0-1.0']) }))
  .min(1)

const definitions = new Map(slugs.map((slug) => [slug, template.parse(json(slug, 'template.json'))]))
const all = [...definitions.values()]

/** Area that two boxes share, as a part of the smaller one. */
function sharedArea(one: Box, other: Box, { width, height }: Bitmap): number {
  const [a, b] = [toPx(one, width, height), toPx(other, width, height)]
  const [frameA, frameB] = [frameAround(a), frameAround(b)]
  if (frameA.left >= frameB.right || frameB.left >= frameA.right) return 0
  if (frameA.top >= frameB.bottom || frameB.top >= frameA.bottom) return 0
  const shared = sharedPart(a, b)
  return (shared.widthPx * shared.heightPx) / Math.min(a.widthPx * a.heightPx, b.widthPx * b.heightPx)
}

describe('the set', () => {
  it('is what the scenes say: `npm run starter` was run', () => {
    expect([...slugs].sort()).toEqual(starterSet.map(({ slug }) => slug).sort())
    for (const scene of starterSet) {
      expect(json(scene.slug, 'template.json'), scene.slug).toEqual(definitionOf(scene))
      expect(json(scene.slug, 'layers.json'), scene.slug).toEqual(layersOf(scene.draw()))
    }
  })
  it('has at least forty, of one to eight boxes, some of them turned', () => {
    const withBoxes = (least: number, most: number) =>
      all.filter(({ boxes }) => boxes.length >= least && boxes.length <= most).length
    expect(all.length).toBeGreaterThanOrEqual(40)
    expect([
      withBoxes(1, 1),
      withBoxes(2, 2),
      withBoxes(3, 3),
      withBoxes(4, 4),
      withBoxes(5, 7),
      withBoxes(8, 8),
    ]).toSatisfy((counts: readonly number[]) => [8, 15, 8, 4, 3, 1].every((least, index) => counts[index]! >= least))
    expect(all.filter(({ boxes }) => boxes.some(({ box }) => box.angle !== 0)).length).toBeGreaterThanOrEqual(6)
  })
  it('calls no two templates the same', () => {
    const names = all.flatMap(({ slug, name, aliases }) => [slug, name, ...aliases].map((text) => text.toLowerCase()))
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })
  it('names a licence for every layer, and each emoji is in the package it is said to be from', () => {
    const icons: { icons: Record<string, unknown>; aliases: Record<string, unknown> } = createRequire(import.meta.url)(
      '@iconify-json/fluent-emoji-flat/icons.json',
    )
    for (const slug of slugs) {
      for (const { what, source } of layers.parse(json(slug, 'layers.json'))) {
        if (source.startsWith('@')) expect(what in icons.icons || what in icons.aliases, what).toBe(true)
      }
    }
  })
  it('is light', () => {
    const sizes = slugs.map((slug) => statSync(file(slug, 'picture.webp')).size)
    expect(Math.max(...sizes)).toBeLessThan(120 * 1024)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(5 * 1024 * 1024)
  })
})

describe.each(slugs)('%s', (slug) => {
  const definition = definitions.get(slug)!
  let bitmap: Bitmap
  beforeAll(async () => {
    bitmap = await bitmapOf(readFileSync(file(slug, definition.pictures[0]!.file)))
  })
  it('has a picture of a good size, and boxes inside of it and apart from each other', () => {
    expect(definition.slug).toBe(slug)
    expect(Math.max(bitmap.width, bitmap.height)).toSatisfy((side: number) => side >= 900 && side <= 1200)
    definition.boxes.forEach(({ box }, index) => {
      const { left, top, right, bottom } = frameAround(toPx(box, bitmap.width, bitmap.height))
      expect([left >= 0, top >= 0, right <= bitmap.width, bottom <= bitmap.height]).toEqual([true, true, true, true])
      for (const other of definition.boxes.slice(index + 1))
        expect(sharedArea(box, other.box, bitmap)).toBeLessThan(0.04)
    })
  })
  it('letters its examples large enough to read, in colours that stand out', () => {
    const layouts = letteredExamples(definition, bitmap, 12)
    expect(layouts.length).toBe(definition.boxes.length)
    const least = Math.max(bitmap.width, bitmap.height) * 0.017
    for (const { fontPx, lines } of layouts)
      expect(fontPx, lines.map(({ text }) => text).join(' ')).toBeGreaterThan(least)
    const grounds = backgroundsUnder(
      bitmap,
      definition.boxes.map(({ box }) => box),
    )
    definition.boxes.forEach(({ style, example }, index) => {
      if (style.outlineWidth === 0) expect(contrast(style.color, grounds[index]!.color), example).toBeGreaterThan(4.5)
    })
  })
})

it('draws the same picture again', async () => {
  const scene = starterSet.find(({ slug }) => slug === 'exhibit-a')!
  const stored = await bitmapOf(readFileSync(file(scene.slug, 'picture.webp')))
  const again = await bitmapOf(await scenePicture(sceneSvg(scene)))
  const difference = stored.data.reduce((sum, value, index) => sum + Math.abs(value - again.data[index]!), 0)
  expect(difference / stored.data.length).toBeLessThan(1)
})
