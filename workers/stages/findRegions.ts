import type { Bitmap } from '#core/bitmap'
import { confidentLines } from '#core/decide'
import { mergeLines } from '#core/place/mergeLines'
import type { TextRegion } from '#core/text'
import { findReading, saveReading } from '#store/ocrReadings'
import type { Parts } from '../parts'
import type { StageNote } from '../step'
import { noteSize } from './noteSize'

/**
 * Reads the words on a picture, from the table of earlier readings when the same bytes were read in the same way.
 * @returns captions in reading order, of lines above `ocr.confidence_threshold`
 */
export async function findRegions(
  sha256: string,
  bitmap: Bitmap,
  { config, reader }: Parts,
  signal: AbortSignal,
  note: StageNote,
): Promise<readonly TextRegion[]> {
  const { enable_cache, cache_expiry_days, confidence_threshold } = config.ocr
  const maxDimension = config.image_processing.max_processing_dimension
  const id = { sha256, engine: reader.engine, version: reader.version, maxDimension }
  noteSize(note, bitmap)
  note.device = reader.device
  note.model = `${reader.engine} ${reader.version}`
  const known = enable_cache ? await findReading(id) : undefined
  if (enable_cache) note.cacheHit = known !== undefined
  const lines = known ?? (await reader.read({ sha256, bitmap }, maxDimension, signal, note))
  if (enable_cache && !known) await saveReading(id, lines, cache_expiry_days)
  return mergeLines(confidentLines(lines, confidence_threshold), bitmap.width, bitmap.height)
}
