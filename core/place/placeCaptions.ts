import { toPx } from '../box'
import { AppError } from '../errors'
import { normalizeCaption } from '../lettering/normalizeCaption'
import { barPlacement } from './barPlaces'
import { type Frame, frameAround } from './frame'
import { isCalm, overlayPlaces } from './overlayPlaces'
import { replacePlaces } from './replacePlaces'
import type { Place, PlaceInput, Placement } from './types'

/** A picture wider or higher than this to one has no room for words on it. */
const flattest = 3.2

const onPicture = (input: PlaceInput, filled: readonly number[], places: readonly Place[]): Placement => {
  const byCaption = new Map(filled.map((caption, index) => [caption, places[index]!]))
  return {
    width: input.width,
    height: input.height,
    canvas: { addTopPx: 0, addBottomPx: 0, barColor: '#ffffff' },
    places: input.captions.map((_, index) => byCaption.get(index) ?? null),
  }
}

function tooMany(max: number, count: number): AppError {
  return new AppError(
    'TOO_MANY_CAPTIONS',
    `This picture has room for ${max} captions, and there are ${count}. Take some away, or put them in a caption bar.`,
    { details: { max } },
  )
}

/** Caption i goes where region i's words stood; those beyond the regions go to free places. An empty one leaves its place empty. */
function inPlaceOfWords(input: PlaceInput, filled: readonly number[]): Placement {
  const { regions, width, height } = input
  const own = filled.filter((index) => index < regions.length)
  const replaced = replacePlaces(
    own.map((index) => regions[index]!),
    input.kept,
    width,
    height,
  )
  const extra = filled.length - own.length
  if (extra === 0) return onPicture(input, filled, replaced)
  // Neighbours' rooms are theirs only as far as their words need them; extra captions keep off the old words' own boxes.
  const kept = input.kept.map((region) => frameAround(toPx(region.box, width, height)))
  const taken = [...kept, ...replaced.map((place) => frameAround(place.box))]
  const overlay = overlayPlaces(extra, { ...input, taken })
  if (overlay.length < extra) throw tooMany(own.length + overlay.length, filled.length)
  const fixed = replaced.map((place) => ({ ...place, room: place.box }))
  return onPicture(input, filled, [...fixed, ...overlay])
}

/** Where words stay, also those that would be replaced in another mode. */
const staying = ({ kept, regions, width, height }: PlaceInput): readonly Frame[] =>
  [...kept, ...regions].map((region) => frameAround(toPx(region.box, width, height)))

function aroundSubject(input: PlaceInput, filled: readonly number[]): Placement {
  const places = overlayPlaces(filled.length, { ...input, taken: staying(input) })
  if (places.length < filled.length) throw tooMany(places.length, filled.length)
  return onPicture(input, filled, places)
}

/** Whether words on the picture would hide too much of it or could not be read. */
function needsBar(input: PlaceInput, filled: readonly number[]): boolean {
  const { width, height } = input
  if (Math.max(width / height, height / width) > flattest) return true
  const places = overlayPlaces(filled.length, { ...input, taken: staying(input) })
  return places.length < filled.length || !places.every((place) => isCalm(place.box, input))
}

/**
 * Decides where each caption of a meme goes. Pure and quick, for the worker and the browser's preview alike.
 * @throws AppError NO_TEXT_TO_REPLACE, or TOO_MANY_CAPTIONS with how many have room.
 */
export function placeCaptions(input: PlaceInput): Placement {
  const { captions, mode, regions, width, height } = input
  const filled = captions.flatMap((caption, index) => (normalizeCaption(caption) === '' ? [] : [index]))
  if (mode === 'REPLACE_TEXT' && regions.length === 0) throw new AppError('NO_TEXT_TO_REPLACE')
  if (filled.length === 0) return onPicture(input, [], [])
  if (mode === 'CAPTION_BAR') return barPlacement(captions, filled, width, height)
  if (mode === 'OVERLAY') return aroundSubject(input, filled)
  if (regions.length > 0) return inPlaceOfWords(input, filled)
  return needsBar(input, filled) ? barPlacement(captions, filled, width, height) : aroundSubject(input, filled)
}
