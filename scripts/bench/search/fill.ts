import { randomUUID } from 'node:crypto'
import { database } from '#store/database'
import { writeSearchWords } from '#store/templates/searchWords'
import type { MadeUpTemplate } from './gallery'

const BATCH = 1000

const box = { box: { x: 0, y: 0, width: 1, height: 0.2, angle: 0 }, style: {}, example: '' }

const hashOf = (index: number) => index.toString(16).padStart(64, '0')

/** Writes templates as published, each with one picture (whose file does not exist) and its search words. */
export async function fillGallery(gallery: readonly MadeUpTemplate[]): Promise<void> {
  for (let from = 0; from < gallery.length; from += BATCH) {
    const batch = gallery.slice(from, from + BATCH)
    await database().$transaction(async (tx) => {
      await tx.template.createMany({
        data: batch.map((template) => ({
          ...template,
          aliases: [...template.aliases],
          keywords: [...template.keywords],
          boxes: Array.from({ length: template.boxCount }, () => box),
          source: 'made up',
          licence: 'none needed',
          state: 'PUBLISHED',
        })),
      })
      await tx.templatePicture.createMany({
        data: batch.map(({ id }, index) => ({
          id: randomUUID(),
          templateId: id,
          style: 'default',
          sourceSha256: hashOf(from + index),
          file: `${hashOf(from + index)}.webp`,
          thumbFile: `${hashOf(from + index)}.webp`,
          thumbWidth: 480,
          thumbHeight: 320,
          width: 960,
          height: 640,
        })),
      })
      await writeSearchWords(tx, ...batch.map(({ id }) => id))
    })
  }
  // As autovacuum would before long: the planner is to know what is there.
  await database().$executeRaw`vacuum analyze`
}
