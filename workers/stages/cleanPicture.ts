import { createHash } from 'node:crypto'
import type { Bitmap } from '#core/bitmap'
import type { RemovalMethod } from '#core/report'
import type { TextLine } from '#core/text'
import type { LineMethod, UnderWords } from '../inpaint/types'
import type { Parts } from '../parts'
import type { CleanedPicture } from '../pictureCache'
import type { StageNote } from '../step'
import { noteSize } from './noteSize'

/** What a recognised picture's words stand on, and its name for the memory of cleaned pictures. */
export interface KnownGround extends UnderWords {
  readonly pictureSha256: string
}

/**
 * Takes words off a picture; the same words of the same picture come from memory.
 * @param ground of a recognised picture: what comes back where it fits
 * @throws AppError CANCELLED
 */
export async function cleanPicture(
  sha256: string,
  bitmap: Bitmap,
  lines: readonly TextLine[],
  { config, pictures, remover }: Parts,
  signal: AbortSignal,
  note: StageNote,
  ground?: KnownGround,
): Promise<CleanedPicture> {
  const {
    inpaint_engine: engine,
    enable_fast_inpaint: fast,
    max_processing_dimension: maxDimension,
  } = config.image_processing
  note.model = `${ground ? 'template, ' : ''}${engine} ${fast ? 'fast' : 'careful'}`
  note.device = 'cpu'
  noteSize(note, bitmap)
  // Numbers in a fixed order: a reading that went through the table comes back with its keys in another.
  const numbers = lines.map(({ box: { x, y, width, height, angle } }) => [x, y, width, height, angle])
  const transform = ground && [ground.pictureSha256, ...Object.values(ground.transform)]
  const words = createHash('sha256').update(JSON.stringify({ numbers, transform })).digest('hex')
  const key = `${sha256} ${words}`
  const known = pictures.cleaned.get(key)
  note.cacheHit = known !== undefined
  if (known) return known
  const { bitmap: cleaned, methods } = await remover.removeText(
    bitmap,
    lines,
    { engine, fast, maxDimension },
    signal,
    ground && { template: ground.template, transform: ground.transform, staying: ground.staying },
  )
  const picture = { bitmap: cleaned, method: summary(methods), methods }
  pictures.cleaned.set(key, picture)
  return picture
}

const kindOf = { flat: 'flat', fill: 'inpaint', box: 'inpaint', restored: 'restore', none: null, own: null } as const

function summary(methods: readonly LineMethod[]): RemovalMethod {
  const kinds = new Set(methods.map((method) => kindOf[method]).filter((kind) => kind !== null))
  const [kind] = kinds
  return kinds.size > 1 ? 'mixed' : (kind ?? 'none')
}
