import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type SheetTile, writeContactSheet } from '#scripts/eval/contactSheet'
import { projectFolder } from '#scripts/projectFolder'
import { drawOnBitmap } from '#workers/lettering/patches'
import { definitionOf } from './definition'
import { layersOf } from './layers'
import { letteredExamples } from './lettered'
import { bitmapOf, scenePicture, sceneSvg } from './picture'
import type { Scene } from './scene'
import { starterSet } from './starterSet'

const usage = 'npm run starter -- [--only slug,slug] [--sheet FILE.png [--captioned] [--columns N]]'
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    sheet: { type: 'string' },
    captioned: { type: 'boolean', default: false },
    columns: { type: 'string', default: '4' },
  },
})

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** Writes a template's folder and gives what the contact sheet shows of it. */
async function make(scene: Scene): Promise<SheetTile> {
  const drawing = scene.draw()
  const picture = await scenePicture(sceneSvg(scene, drawing))
  const definition = definitionOf(scene)
  const folder = path.join(projectFolder, 'prisma', 'templates', scene.slug)
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'picture.webp'), picture)
  await writeFile(path.join(folder, 'template.json'), json(definition))
  await writeFile(path.join(folder, 'layers.json'), json(layersOf(drawing)))
  const bitmap = await bitmapOf(picture)
  if (values.captioned) drawOnBitmap(bitmap, letteredExamples(definition, bitmap, 12))
  return { bitmap, notes: [`${scene.slug} · ${scene.boxes.length} · ${Math.round(picture.length / 1024)} kB`] }
}

const only = values.only?.split(',')
const scenes = starterSet.filter(({ slug }) => only === undefined || only.includes(slug))
if (scenes.length === 0) throw new Error(`No such template. ${usage}`)
const tiles: SheetTile[] = []
for (const scene of scenes) tiles.push(await make(scene))
console.log(`${tiles.length} templates written to prisma/templates`)
if (values.sheet !== undefined) {
  await writeContactSheet(values.sheet, tiles, { columns: Number(values.columns), tileWidthPx: 500 })
  console.log(`contact sheet: ${values.sheet}`)
}
