import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { z } from 'zod'
import type { Bitmap } from '#core/bitmap'

/** `[x, y, width, height]` in pixels of the picture: upright, tight around the ink with its outline. */
const rectanglePx = z.tuple([z.number(), z.number(), z.number(), z.number()]).readonly()
const labelledLine = z.object({ text: z.string(), box: rectanglePx.nullable() }).readonly()

const labelledPicture = z
  .object({
    image: z.string(),
    clean: z.string().nullable(),
    template: z.string().nullable(),
    width: z.number().int().positive(),
    height: z.number().int().positive(),
    transform: z.looseObject({ kind: z.string() }).readonly(),
    captions: z
      .array(
        z
          .object({
            text: z.string(),
            style: z.enum(['outline', 'label', 'bar', 'plain']),
            angle: z.number().default(0),
            lines: z.array(labelledLine).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    template_text: z.boolean().default(false),
    other_text: z.array(labelledLine).readonly().default([]),
  })
  .readonly()

/** A rectangle as the data sets write it. */
export type RectanglePx = z.infer<typeof rectanglePx>

/** One row of labels.jsonl, with `imagePath` and `cleanPath` made absolute. */
export type LabelledPicture = z.infer<typeof labelledPicture> & {
  readonly imagePath: string
  readonly cleanPath: string | null
}

/**
 * Reads `labels.jsonl` of a data set folder, in its order.
 * @throws Error that names the line when a row does not have the format.
 */
export async function readDataset(directory: string): Promise<readonly LabelledPicture[]> {
  const path = join(directory, 'labels.jsonl')
  const rows = (await readFile(path, 'utf8')).split('\n')
  return rows.flatMap((row, index) => {
    if (row.trim() === '') return []
    try {
      const picture = labelledPicture.parse(JSON.parse(row))
      return [
        {
          ...picture,
          imagePath: join(directory, picture.image),
          cleanPath: picture.clean === null ? null : join(directory, picture.clean),
        },
      ]
    } catch (cause) {
      throw new Error(`${path}, line ${index + 1}: ${cause instanceof Error ? cause.message : cause}`, { cause })
    }
  })
}

/**
 * Decodes a picture of a data set to RGB; transparency is flattened on white.
 * @param longestSidePx scales a larger picture down to this longest side, as the worker does before its analysis.
 */
export async function readPicture(path: string, longestSidePx = Number.POSITIVE_INFINITY): Promise<Bitmap> {
  const size = Number.isFinite(longestSidePx) ? longestSidePx : undefined
  const { data, info } = await sharp(path)
    .rotate()
    .resize(size === undefined ? null : { width: size, height: size, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: 3 }
}
