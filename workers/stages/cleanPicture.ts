import { createHash } from 'node:crypto'
import type { Bitmap } from '#core/bitmap'
import type { RemovalMethod } from '#core/report'
import type { TextLine } from '#core/text'
import type { LineMethod } from '../inpaint/types'
import type { Parts } from '../parts'
import type { CleanedPicture } from '../pictureCache'
import type { StageNote } from '../step'

/**
 * Takes words off a picture; the same words of the same picture come from memory.
 * @throws AppError CANCELLED
 */
export async function cleanPicture(
  sha256: string,
  bitmap: Bitmap,
  lines: readonly TextLine[],
  { config, pictures, remover }: Parts,
  signal: AbortSignal,
  note: StageNote,
): Promise<CleanedPicture> {
  const {
    inpaint_engine: engine,
    enable_fast_inpaint: fast,
    max_processing_dimension: maxDimension,
  } = config.image_processing
  note.model = `${engine} ${fast ? 'fast' : 'careful'}`
  note.device = 'cpu'
  // Numbers in a fixed order: a reading that went through the table comes back with its keys in another.
  const numbers = lines.map(({ box: { x, y, width, height, angle } }) => [x, y, width, height, angle])
  const boxes = createHash('sha256').update(JSON.stringify(numbers)).digest('hex')
  const key = `${sha256} ${boxes}`
  const known = pictures.cleaned.get(key)
  note.cacheHit = known !== undefined
  if (known) return known
  const { bitmap: cleaned, methods } = await remover.removeText(bitmap, lines, { engine, fast, maxDimension }, signal)
  const picture = { bitmap: cleaned, method: summary(methods) }
  pictures.cleaned.set(key, picture)
  return picture
}

function summary(methods: readonly LineMethod[]): RemovalMethod {
  const flat = methods.includes('flat')
  const filled = methods.some((method) => method === 'fill' || method === 'box')
  if (flat && filled) return 'mixed'
  if (flat) return 'flat'
  return filled ? 'inpaint' : 'none'
}
