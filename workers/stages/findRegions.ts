import type { Bitmap } from '#core/bitmap'
import { confidentLines } from '#core/decide'
import { mergeLines } from '#core/place/mergeLines'
import type { TextRegion } from '#core/text'
import { ocrReadings, readingId } from '#store/ocrReadings'
import type { Parts } from '../parts'
import type { StageNote } from '../step'
import { noteSize } from './noteSize'

/**
 * Reads the words on a picture, unless the same bytes were read in the same way before, or are just now: by whichever worker.
 * @returns captions in reading order, of lines above `ocr.confidence_threshold`
 */
export async function findRegions(
  sha256: string,
  bitmap: Bitmap,
  { config, reader }: Parts,
  signal: AbortSignal,
  note: StageNote,
): Promise<readonly TextRegion[]> {
  const maxDimension = config.image_processing.max_processing_dimension
  const id = readingId({ sha256, engine: reader.engine, version: reader.version, maxDimension })
  noteSize(note, bitmap)
  if (reader.device !== null) note.device = reader.device
  note.model = `${reader.engine} ${reader.version}`
  const read = (stop: AbortSignal) => reader.read({ sha256, bitmap }, maxDimension, stop, note)
  const { value: lines, hit } = await ocrReadings(config).getOrMake(id, read, signal)
  if (hit !== null) note.cacheHit = hit
  return mergeLines(confidentLines(lines, config.ocr.confidence_threshold), bitmap.width, bitmap.height)
}
