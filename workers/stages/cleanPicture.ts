import { createHash } from 'node:crypto'
import type { RemovalMethod } from '#core/report'
import type { TextLine } from '#core/text'
import type { LineMethod } from '../inpaint/types'
import type { StoredPicture } from '../kinds/pictureReader'
import type { KnownGround } from '../kinds/wordRemover'
import type { Parts } from '../parts'
import type { CleanedPicture } from '../pictureCache'
import type { StageNote } from '../step'
import { noteSize } from './noteSize'

/**
 * Takes words off a picture; the same words of the same picture come from memory.
 * @param ground of a recognised picture: what comes back where it fits
 * @returns `isOwn`: nobody else has its pixels, nor will
 * @throws AppError CANCELLED
 */
export async function cleanPicture(
  picture: StoredPicture,
  lines: readonly TextLine[],
  { config, pictures, remover }: Parts,
  signal: AbortSignal,
  note: StageNote,
  ground?: KnownGround,
): Promise<CleanedPicture & { readonly isOwn: boolean }> {
  const { sha256, bitmap } = picture
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
  // The picture's own size is the decoded one's: `max_result_dimension` may have made it smaller.
  const key = [sha256, bitmap.width, bitmap.height, engine, fast, maxDimension, words].join(' ')
  const { value, hit, isOwn } = await pictures.cleaned.get(
    key,
    async (unwanted) => {
      const options = { engine, fast, maxDimension }
      const { bitmap: cleaned, methods } = await remover.remove(picture, lines, options, unwanted, note, ground)
      return { bitmap: cleaned, method: summary(methods), methods }
    },
    signal,
  )
  note.cacheHit = hit
  return { ...value, isOwn: isOwn && value.bitmap !== bitmap }
}

const kindOf = { flat: 'flat', fill: 'inpaint', box: 'inpaint', restored: 'restore', none: null, own: null } as const

function summary(methods: readonly LineMethod[]): RemovalMethod {
  const kinds = new Set(methods.map((method) => kindOf[method]).filter((kind) => kind !== null))
  const [kind] = kinds
  return kinds.size > 1 ? 'mixed' : (kind ?? 'none')
}
