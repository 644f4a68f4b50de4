import type { Bitmap } from '#core/bitmap'
import { fillHarmonic } from '#workers/inpaint/fill/harmonic'
import { distanceOutside, type LineFrame } from '#workers/inpaint/lineFrame'
import { distanceTo, distanceUnit, grown } from '#workers/inpaint/mask/distance'
import type { Rectangle } from '#workers/inpaint/types'
import type { FittedTemplate } from '#workers/recognise/restore/fittedTemplate'
import type { ColourChange } from '#workers/recognise/restore/matchColours'
import { templateAt } from '#workers/recognise/restore/templateAt'

/**
 * `restored`: the template's pixels stand there now. `own`: the words are the template's, nothing was changed. `poor`: what is around the words
 * is not what the template shows there (a label, a bar, another picture), nothing was changed.
 */
export type RegionOutcome = 'restored' | 'own' | 'poor'

/** Mean difference (of 3×3 pixels, largest channel, levels of 255) up to which upload and template agree. */
const agreement = 22
/** Of the ring around the words so much must be there and agree. */
const leastRing = 0.25
const leastAgreement = 0.7
/** Words whose pixels agree to this share are on the template itself. */
const ownAgreement = 0.93
/** For alignment and colours, share of a line's height: words with their outline and what compression smeared around them. */
export const wordMargin = 0.25
/** Sweeps of the fill that carries the difference at the rim inwards. */
const sweeps = 12

const marginOf = ({ letterHeight }: LineFrame): number => Math.max(3, 0.18 * letterHeight)
const ringOf = ({ letterHeight }: LineFrame): number => Math.max(4, 0.3 * letterHeight)
/** Strokes may stick out so far from the box that was read. */
const reachOf = ({ letterHeight }: LineFrame): number => Math.max(6, 0.7 * letterHeight)

/** How far a region's work reaches beyond its frames. */
export const regionMargin = (frame: LineFrame): number => reachOf(frame) + 6

/**
 * Puts the template's pixels under the words of one region into `target` (the bytes of a copy of `upload`). What is left of the difference between
 * both at the rim is carried inwards and taken off (a membrane, as in P. Pérez et al., Poisson image editing, 2003), so there is no seam.
 * @param bounds the frames grown by `regionMargin`, cut to the picture
 * @param hidden per pixel of the upload: 1 under any words
 */
export function restoreRegion(
  target: Uint8Array,
  upload: Bitmap,
  frames: readonly LineFrame[],
  bounds: Rectangle,
  fitted: FittedTemplate,
  colours: ColourChange,
  hidden: Uint8Array,
): RegionOutcome {
  const width = bounds.x1 - bounds.x0
  const height = bounds.y1 - bounds.y0
  const { values, known } = templateAt(fitted, bounds)
  recolour(values, colours)
  const difference = differenceTo(values, known, upload, bounds, width)
  const agrees = agreeing(difference, known, width, height)
  const zones = zonesOf(frames, bounds, width, height, hidden, upload.width)
  const verdict = judge(zones, agrees, known)
  if (verdict !== 'restored') return verdict
  const hole = holesOf(zones, agrees, known, width, height)
  const before = Float32Array.from(difference)
  const rim = new Uint8Array(hole.length)
  for (let i = 0; i < rim.length; i++) rim[i] = hole[i] === 1 || agrees[i] === 0 ? 1 : 0
  fillHarmonic({ values: difference, hole: rim, width, height, channels: 3 }, sweeps)
  blend(target, upload, bounds, width, { hole, known, values, difference, before })
  return 'restored'
}

function recolour(values: Float32Array, colours: ColourChange): void {
  const [red, green, blue] = colours
  for (let p = 0; p < values.length; p += 3) {
    const [r, g, b] = [values[p]!, values[p + 1]!, values[p + 2]!]
    for (const [c, change] of [red!, green!, blue!].entries()) {
      const value = change[0] * r + change[1] * g + change[2] * b + change[3]
      values[p + c] = Math.max(0, Math.min(255, value))
    }
  }
}

/** Upload minus template. */
function differenceTo(
  values: Float32Array,
  known: Uint8Array,
  { data, width: uploadWidth, channels }: Bitmap,
  bounds: Rectangle,
  width: number,
): Float32Array {
  const result = new Float32Array(values.length)
  for (let i = 0; i < known.length; i++) {
    if (known[i] === 0) continue
    const p = ((bounds.y0 + Math.floor(i / width)) * uploadWidth + bounds.x0 + (i % width)) * channels
    for (let c = 0; c < 3; c++) result[i * 3 + c] = data[p + c]! - values[i * 3 + c]!
  }
  return result
}

/** Per pixel: 1 where the mean difference of the 3×3 pixels about it is small. */
function agreeing(difference: Float32Array, known: Uint8Array, width: number, height: number): Uint8Array {
  const result = new Uint8Array(known.length)
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (known[i] === 0) continue
      let most = 0
      for (let c = 0; c < 3; c++) {
        let sum = 0
        let n = 0
        for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
          for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
            if (known[ny * width + nx] === 0) continue
            sum += difference[(ny * width + nx) * 3 + c]!
            n++
          }
        }
        most = Math.max(most, Math.abs(sum / n))
      }
      if (most <= agreement) result[i] = 1
    }
  }
  return result
}

const zone = { outside: 0, near: 1, ring: 2, words: 3 } as const

function zonesOf(
  frames: readonly LineFrame[],
  bounds: Rectangle,
  width: number,
  height: number,
  hidden: Uint8Array,
  uploadWidth: number,
): Uint8Array {
  const zones = new Uint8Array(width * height)
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      let best: number = zone.outside
      let isOwn = false
      for (const frame of frames) {
        const distance = distanceOutside(frame, bounds.x0 + x, bounds.y0 + y)
        const margin = marginOf(frame)
        if (distance <= wordMargin * frame.letterHeight) isOwn = true
        if (distance <= margin) best = zone.words
        else if (distance <= margin + ringOf(frame)) best = Math.max(best, zone.ring)
        else if (distance <= reachOf(frame)) best = Math.max(best, zone.near)
      }
      // Other words' places say nothing about these; the words' own rim may hold strokes, but does not tell what is around.
      const isHidden = hidden[(bounds.y0 + y) * uploadWidth + bounds.x0 + x] !== 0
      if (best !== zone.words && isHidden) best = isOwn ? zone.near : zone.outside
      zones[i] = best
    }
  }
  return zones
}

function judge(zones: Uint8Array, agrees: Uint8Array, known: Uint8Array): RegionOutcome {
  const all = [0, 0, 0, 0]
  const there = [0, 0, 0, 0]
  const same = [0, 0, 0, 0]
  for (let i = 0; i < zones.length; i++) {
    const z = zones[i]!
    all[z]!++
    there[z]! += known[i]!
    same[z]! += agrees[i]!
  }
  if (same[zone.words]! >= ownAgreement * there[zone.words]!) return 'own'
  if (there[zone.ring]! < leastRing * all[zone.ring]!) return 'poor'
  return same[zone.ring]! >= leastAgreement * there[zone.ring]! ? 'restored' : 'poor'
}

/** The words' boxes, and strokes that stick out of them: what differs from the template and hangs together with the boxes. */
function holesOf(zones: Uint8Array, agrees: Uint8Array, known: Uint8Array, width: number, height: number): Uint8Array {
  const strokes = new Uint8Array(zones.length)
  for (let i = 0; i < zones.length; i++) {
    if (known[i] === 1 && (zones[i] === zone.ring || zones[i] === zone.near) && agrees[i] === 0) strokes[i] = 1
  }
  const hole = grown(strokes, width, height, 2)
  const near = distanceTo(
    zones.map((z) => (z === zone.words ? 1 : 0)),
    width,
    height,
  )
  for (let i = 0; i < hole.length; i++) {
    if (zones[i] === zone.words) hole[i] = known[i]!
    else if (zones[i] === zone.outside || known[i] === 0 || near[i]! === 0xffff) hole[i] = 0
  }
  return hole
}

/** Pixels over which the template fades into the upload. */
const fadePx = 3

interface Blend {
  readonly hole: Uint8Array
  readonly known: Uint8Array
  readonly values: Float32Array
  /** Carried inwards, and as it was. */
  readonly difference: Float32Array
  readonly before: Float32Array
}

function blend(
  target: Uint8Array,
  { width: uploadWidth, channels }: Bitmap,
  bounds: Rectangle,
  width: number,
  { hole, known, values, difference, before }: Blend,
): void {
  const distance = distanceTo(hole, width, hole.length / width)
  for (let i = 0; i < hole.length; i++) {
    const away = distance[i]! / distanceUnit
    if (known[i] === 0 || away >= fadePx) continue
    const share = 1 - away / fadePx
    const p = ((bounds.y0 + Math.floor(i / width)) * uploadWidth + bounds.x0 + (i % width)) * channels
    for (let c = 0; c < 3; c++) {
      const at = i * 3 + c
      const restored = values[at]! + difference[at]!
      const value = share * restored + (1 - share) * (values[at]! + before[at]!)
      target[p + c] = Math.max(0, Math.min(255, Math.round(value)))
    }
  }
}
