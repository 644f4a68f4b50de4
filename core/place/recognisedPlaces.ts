import { AppError } from '../errors'
import { normalizeCaption } from '../lettering/normalizeCaption'
import type { Mode } from '../mode'
import type { RecognisedPlaces } from '../recognition'
import type { LetteredBox } from '../template'
import type { TextRegion } from '../text'
import { standsIn } from './standsIn'

/** What decides which places a recognised picture's captions take. */
export interface RecognisedPlaceInput<Place extends LetteredBox> {
  readonly captions: readonly string[]
  readonly mode: Mode
  readonly places: RecognisedPlaces
  /** The template's, where they lie on the picture. */
  readonly boxes: readonly Place[]
  /** Whose words are replaced. */
  readonly regions: readonly Pick<TextRegion, 'box'>[]
  /** Whose words stay because somebody wants it; not those of the template's own picture. */
  readonly kept: readonly Pick<TextRegion, 'box'>[]
  /** The picture, in pixels. */
  readonly width: number
  readonly height: number
}

/** Template boxes with caption i in box i; or as on a picture that is not recognised: where old words stood, or (null) as the mode says. */
export type TakenPlaces<Place extends LetteredBox> =
  | { readonly taken: 'TEMPLATE_BOXES'; readonly boxes: readonly Place[] }
  | { readonly taken: 'OLD_PLACES' | null }

/**
 * Which places captions take on a recognised picture, for the worker and the browser's preview alike. Boxes with kept words in them are passed over.
 * @throws AppError TOO_MANY_CAPTIONS with how many have room
 */
export function recognisedPlaces<Place extends LetteredBox>(input: RecognisedPlaceInput<Place>): TakenPlaces<Place> {
  const { captions, mode, places, regions } = input
  if (mode === 'OVERLAY' || mode === 'CAPTION_BAR') return { taken: null }
  if (mode === 'REPLACE_TEXT') return { taken: 'OLD_PLACES' }
  const count = captions.findLastIndex((caption) => normalizeCaption(caption) !== '') + 1
  const boxes = freeBoxes(input)
  const inBoxes = { taken: 'TEMPLATE_BOXES', boxes } as const
  const inOldPlaces = regions.length > 0 ? ({ taken: 'OLD_PLACES' } as const) : null
  if (boxes.length === 0) return inOldPlaces ?? { taken: null }
  if (places === 'OLD_PLACES') return inOldPlaces ?? (count <= boxes.length ? inBoxes : { taken: null })
  if (count <= boxes.length) return inBoxes
  // A meme with words elsewhere is worth more than none: `placeCaptions` says whether there is room.
  if (inOldPlaces) return inOldPlaces
  throw tooMany(boxes.length, count)
}

function freeBoxes<Place extends LetteredBox>({ boxes, kept, width, height }: RecognisedPlaceInput<Place>) {
  return boxes.filter(({ box }) => !kept.some((words) => standsIn(words.box, box, width, height)))
}

const tooMany = (max: number, count: number): AppError =>
  new AppError(
    'TOO_MANY_CAPTIONS',
    `The template that was recognised has ${max} ${max === 1 ? 'place' : 'places'} for words here, and there are ${count} captions. Take some away, or put them in a caption bar.`,
    { details: { max } },
  )
