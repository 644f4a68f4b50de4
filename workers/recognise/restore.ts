import type { Bitmap } from '#core/bitmap'
import type { TextLine } from '#core/text'
import { discard } from '#workers/discard'
import { frameBounds, type LineFrame, lineFrame } from '#workers/inpaint/lineFrame'
import { joinedRegions } from '#workers/inpaint/regions'
import { sharedOut } from '#workers/inpaint/sharedOut'
import type { Rectangle } from '#workers/inpaint/types'
import { linesMask } from '#workers/recognise/linesMask'
import { type FittedTemplate, fittedTemplate } from '#workers/recognise/restore/fittedTemplate'
import { matchColours } from '#workers/recognise/restore/matchColours'
import { refineInFull } from '#workers/recognise/restore/refineInFull'
import { type RegionOutcome, regionMargin, restoreRegion, wordMargin } from '#workers/recognise/restore/restoreRegion'
import { hasSameWords } from '#workers/recognise/restore/sameWords'
import type { Transform } from '#workers/recognise/transform'

/** A part of the work: `index` of `of` like ones. */
export interface Share {
  readonly index: number
  readonly of: number
}

/** Indexes are of the lines that were given; each is in one of the three lists. */
export interface Restoration {
  /** A new picture; or the very one that was given when nothing was restored. */
  readonly bitmap: Bitmap
  /** The template's pixels stand where these were. */
  readonly restored: readonly number[]
  /** These belong to the template's own picture: they stay. */
  readonly own: readonly number[]
  /** Around these the upload does not show what the template does (a label, a bar, an edge): left as they are, for inpainting. */
  readonly poor: readonly number[]
  /** The parts of the picture that were looked at; outside of them it is as it was. */
  readonly done: readonly Rectangle[]
  /** `transform`, refined on the pictures in full size. */
  readonly transform: Transform
}

/** Words that stay keep their outline. */
const stayingMargin = 0.05
/** Of a line's box. Words that hang over the template's edge are not the template's to restore. */
const leastOnTemplate = 0.93

/**
 * Puts back what was under the words of a recognised upload: the clean template's pixels, aligned and colour-matched to the upload,
 * without a seam. All else stays as it is, to the byte.
 * @param template the clean picture in full size
 * @param transform from `recognise`
 * @param staying words that stand there, too, and stay: what is under them is not compared, and not touched
 * @param share of the captions that stand apart from each other, only these are restored; the lines of the others are called poor
 */
export async function restore(
  upload: Bitmap,
  lines: readonly TextLine[],
  template: Bitmap,
  transform: Transform,
  staying: readonly TextLine[] = [],
  share: Share = { index: 0, of: 1 },
): Promise<Restoration> {
  const { width, height } = upload
  const hidden = linesMask([...lines, ...staying], width, height, wordMargin)
  const rough = await fittedTemplate(template, transform)
  const fitted = refineInFull(upload, rough, hidden)
  const colours = matchColours(upload, fitted, hidden)
  const frames = lines.map(({ box }) => lineFrame(box, width, height, 1))
  const onTemplate = frames.map(
    (frame) => shareOnTemplate(frameBounds(frame, 0, width, height), fitted) >= leastOnTemplate,
  )
  // Lines whose surroundings touch are one caption: they stand on one ground. Those that are not on the template have no part in it.
  const groups = joinedRegions(
    frames.map((frame, index) =>
      onTemplate[index] ? frameBounds(frame, regionMargin(frame) / 2, width, height) : nowhere,
    ),
  )
  const target = new Uint8Array(upload.data)
  const outcomes = lines.map((): RegionOutcome => 'poor')
  const placed = groups.map(({ members }) => ({
    members,
    bounds: around(members.map((index) => reached(frames[index]!, upload))),
  }))
  // What is done in one of these neither reads nor writes what is done in another.
  const apart = joinedRegions(placed.map(({ bounds }) => bounds))
  const own = sharedOut(apart, share.of, ({ bounds }) => areaOf(bounds))[share.index] ?? []
  for (const { members, bounds } of own.flatMap((part) => part.members.toSorted(inOrder).map((k) => placed[k]!))) {
    const frame = members.map((index) => frames[index]!)
    const outcome = restoreRegion(target, upload, frame, bounds, fitted, colours, hidden)
    const restored = { ...upload, data: target }
    for (const index of members) {
      const isOwn = outcome === 'restored' && hasSameWords(upload, restored, frames[index]!)
      outcomes[index] = isOwn ? 'own' : outcome
    }
  }
  if (staying.length > 0) putBack(target, upload, linesMask(staying, width, height, stayingMargin))
  discard(hidden)
  const indexesOf = (wanted: RegionOutcome) => outcomes.flatMap((outcome, index) => (outcome === wanted ? [index] : []))
  const restored = indexesOf('restored')
  return {
    bitmap: restored.length === 0 ? upload : { ...upload, data: target },
    restored,
    own: indexesOf('own'),
    poor: indexesOf('poor'),
    done: own.map(({ bounds }) => bounds),
    transform: composed(transform, rough.transform, fitted.transform),
  }
}

/** How many shares a restoration can be divided into, at most: captions whose parts of the picture do not touch. */
export const mostShares = (upload: Bitmap, lines: readonly TextLine[]): number =>
  joinedRegions(lines.map(({ box }) => reached(lineFrame(box, upload.width, upload.height, 1), upload))).length

const reached = (frame: LineFrame, { width, height }: Bitmap): Rectangle =>
  frameBounds(frame, regionMargin(frame), width, height)

const around = (rectangles: readonly Rectangle[]): Rectangle => ({
  x0: Math.min(...rectangles.map(({ x0 }) => x0)),
  y0: Math.min(...rectangles.map(({ y0 }) => y0)),
  x1: Math.max(...rectangles.map(({ x1 }) => x1)),
  y1: Math.max(...rectangles.map(({ y1 }) => y1)),
})

const areaOf = ({ x0, y0, x1, y1 }: Rectangle): number => (x1 - x0) * (y1 - y0)

const inOrder = (a: number, b: number): number => a - b

/** Copies the upload's pixels where the mask is 1. */
function putBack(target: Uint8Array, { data, channels }: Bitmap, mask: Uint8Array): void {
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] === 1) for (let p = i * channels, end = p + channels; p < end; p++) target[p] = data[p]!
  }
}

/** No pixels: a region that joins no other. */
const nowhere: Rectangle = { x0: 0, y0: 0, x1: 0, y1: 0 }

/** Share of a rectangle of the upload that the template covers. */
function shareOnTemplate({ x0, y0, x1, y1 }: Rectangle, { bitmap, transform }: FittedTemplate): number {
  const { scaleX, scaleY, offsetX, offsetY } = transform
  const across = Math.min(x1, offsetX + scaleX * bitmap.width) - Math.max(x0, offsetX)
  const down = Math.min(y1, offsetY + scaleY * bitmap.height) - Math.max(y0, offsetY)
  return (Math.max(0, across) * Math.max(0, down)) / Math.max(1, (x1 - x0) * (y1 - y0))
}

/** The change that refining made, applied to the original transform. */
function composed(original: Transform, rough: Transform, refined: Transform): Transform {
  const stretchX = refined.scaleX / rough.scaleX
  const stretchY = refined.scaleY / rough.scaleY
  return {
    scaleX: original.scaleX * stretchX,
    offsetX: refined.offsetX + (original.offsetX - rough.offsetX) * stretchX,
    scaleY: original.scaleY * stretchY,
    offsetY: refined.offsetY + (original.offsetY - rough.offsetY) * stretchY,
  }
}
