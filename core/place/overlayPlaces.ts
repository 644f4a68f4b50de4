import type { BoxPx } from '../box'
import { type Frame, frameToBox, overlap } from './frame'
import { safeFrame } from './room'
import { meanSaliency } from './saliency'
import type { Place, SaliencyGrid } from './types'

interface Picture {
  readonly width: number
  readonly height: number
  readonly saliency: SaliencyGrid
  /** Where nothing may go: old words' places that are in use, words that stay. */
  readonly taken: readonly Frame[]
}

/** Of the picture's height, for a caption at top or bottom. */
const stripHeight = 0.27
/** Largest lettering, of the shorter side. */
const largestFont = 0.15
/** Sizes of boxes for captions beyond top and bottom, as fractions of width and height, from the first choice on. */
const smallBoxes = [
  { width: 0.46, height: 0.2 },
  { width: 0.4, height: 0.16 },
  { width: 0.3, height: 0.14 },
] as const
const scanSteps = 12

const place = (frame: Frame, verticalAlign: Place['verticalAlign'], picture: Picture): Place => ({
  kind: 'overlay',
  regionId: null,
  box: frameToBox(frame),
  room: frameToBox(frame),
  comfortableFontPx: 0,
  maxFontPx: largestFont * Math.min(picture.width, picture.height),
  verticalAlign,
})

const strip = (side: 'top' | 'bottom', picture: Picture): Frame => {
  const safe = safeFrame(picture.width, picture.height)
  const height = picture.height * stripHeight
  return side === 'top' ? { ...safe, bottom: safe.top + height } : { ...safe, top: safe.bottom - height }
}

/** Mean saliency under a frame in pixels. */
const busyness = (frame: Frame, { width, height, saliency }: Omit<Picture, 'taken'>): number =>
  meanSaliency(saliency, {
    left: frame.left / width,
    top: frame.top / height,
    right: frame.right / width,
    bottom: frame.bottom / height,
  })

/** The calmest frame of a size that is free; null when none is. */
function calmest(size: { readonly width: number; readonly height: number }, picture: Picture): Frame | null {
  const safe = safeFrame(picture.width, picture.height)
  const width = picture.width * size.width
  const height = picture.height * size.height
  let best: { frame: Frame; score: number } | null = null
  for (let row = 0; row <= scanSteps; row++) {
    for (let column = 0; column <= scanSteps; column++) {
      const left = safe.left + ((safe.right - safe.left - width) * column) / scanSteps
      const top = safe.top + ((safe.bottom - safe.top - height) * row) / scanSteps
      const frame = { left, top, right: left + width, bottom: top + height }
      if (picture.taken.some((other) => overlap(frame, other))) continue
      const score = busyness(frame, picture)
      if (best === null || score < best.score) best = { frame, score }
    }
  }
  return best?.frame ?? null
}

const inReadingOrder = (frames: readonly Frame[]): readonly Frame[] =>
  [...frames].sort((a, b) =>
    // Frames beside each other are read from left to right.
    a.top < b.bottom && b.top < a.bottom ? a.left - b.left : a.top - b.top,
  )

/** Free, calm boxes, in reading order; as many as there are up to `count`. */
function calmBoxes(count: number, picture: Picture): readonly Frame[] {
  let found: Frame[] = []
  for (const size of smallBoxes) {
    const frames: Frame[] = []
    while (frames.length < count) {
      const frame = calmest(size, { ...picture, taken: [...picture.taken, ...frames] })
      if (frame === null) break
      frames.push(frame)
    }
    if (frames.length > found.length) found = frames
    if (found.length === count) break
  }
  return inReadingOrder(found)
}

/**
 * Places on the picture for `count` captions, away from its subject: the calmer one of top and bottom, both, or for more the
 * calmest free boxes. Fewer than `count` when the picture has no room for more.
 */
export function overlayPlaces(count: number, picture: Picture): readonly Place[] {
  const sides = (['top', 'bottom'] as const).filter(
    (side) => !picture.taken.some((other) => overlap(strip(side, picture), other)),
  )
  if (count === 1 && sides.length > 0) {
    const [side] = [...sides].sort(
      (a, b) => busyness(strip(a, picture), picture) - busyness(strip(b, picture), picture),
    )
    return [place(strip(side!, picture), side!, picture)]
  }
  if (count === 2 && sides.length === 2) return sides.map((side) => place(strip(side, picture), side, picture))
  return calmBoxes(count, picture).map((frame) => place(frame, 'middle', picture))
}

/** Whether a caption's place is calm enough to be lettered. */
export const isCalm = (box: BoxPx, picture: Omit<Picture, 'taken'>): boolean =>
  busyness({ left: box.xPx, top: box.yPx, right: box.xPx + box.widthPx, bottom: box.yPx + box.heightPx }, picture) < 0.6
