import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import type { Bitmap } from '#core/bitmap'
import { configSchema } from '#core/config'
import type { TextLine } from '#core/text'
import type { LabelledPicture } from '#scripts/eval/dataset'
import { oracleLines } from '#scripts/eval/removal/oracleLines'
import { createTextReader } from '#workers/stages/readText'

/** Where a measurement takes a picture's lines from. */
export interface LineReader {
  read(bitmap: Bitmap, picture: LabelledPicture): Promise<readonly TextLine[]>
  close(): Promise<void>
}

/** Reads lines off the labels, or with the reader and the threshold of config.yaml. */
export async function openLineReader(oracle: boolean): Promise<LineReader> {
  if (oracle) return { read: async (_, picture) => oracleLines(picture), close: async () => {} }
  const config = configSchema.parse(parse(await readFile('config.yaml', 'utf8')))
  const reader = await createTextReader(config)
  return {
    read: async (bitmap) => {
      const lines = await reader.readText(bitmap)
      return lines.filter(({ confidence }) => confidence >= config.ocr.confidence_threshold)
    },
    close: () => reader.close(),
  }
}
