import { describe, expect, it } from 'vitest'
import type { TextRegion } from '../text'
import { frameAround, overlap } from './frame'
import { mergeLines } from './mergeLines'
import { placeCaptions } from './placeCaptions'
import { seeksFreePlaces } from './seeksFreePlaces'
import type { PlaceInput, Placement, SaliencyGrid } from './types'

const width = 800
const height = 600
const grid = (saliencyAt: (u: number, v: number) => number): SaliencyGrid => ({
  columns: 8,
  rows: 6,
  values: Array.from({ length: 48 }, (_, cell) => saliencyAt(((cell % 8) + 0.5) / 8, (Math.floor(cell / 8) + 0.5) / 6)),
})
const calm = grid(() => 0.1)
const regionsAt = (...boxes: readonly (readonly [number, number, number, number, number?])[]): readonly TextRegion[] =>
  boxes.flatMap(([x, y, w, h, angle = 0], index) => {
    const box = { x: x / width, y: y / height, width: w / width, height: h / height, angle }
    const [region] = mergeLines([{ text: `old ${index}`, confidence: 1, box }], width, height)
    return [{ ...region!, id: String(index) }]
  })
const plan = (input: Partial<PlaceInput>): Placement =>
  placeCaptions({ regions: [], kept: [], captions: ['a'], mode: 'AUTO', width, height, saliency: calm, ...input })
const frames = (placement: Placement) => placement.places.map((place) => place && frameAround(place.room))

function expectApart(placement: Placement) {
  const found = frames(placement).filter((frame) => frame !== null)
  for (const [index, frame] of found.entries()) {
    expect(frame.left).toBeGreaterThanOrEqual(-0.01)
    expect(frame.top).toBeGreaterThanOrEqual(-0.01)
    expect(frame.right).toBeLessThanOrEqual(placement.width + 0.01)
    expect(frame.bottom).toBeLessThanOrEqual(placement.height + 0.01)
    for (const other of found.slice(index + 1)) {
      const shrunk = {
        left: other.left + 0.01,
        top: other.top + 0.01,
        right: other.right - 0.01,
        bottom: other.bottom - 0.01,
      }
      expect(overlap(frame, shrunk)).toBe(false)
    }
  }
}

describe('saliency', () => {
  const two = regionsAt([100, 10, 600, 60], [200, 520, 400, 60])
  const cases: readonly (readonly [string, Pick<PlaceInput, 'captions' | 'mode' | 'regions'>, boolean])[] = [
    ['captions for all words', { captions: ['a', 'b'], mode: 'AUTO', regions: two }, false],
    ['an empty caption more', { captions: ['a', 'b', ' '], mode: 'REPLACE_TEXT', regions: two }, false],
    ['a caption more', { captions: ['a', 'b', 'c'], mode: 'REPLACE_TEXT', regions: two }, true],
    ['captions beside words', { captions: ['a'], mode: 'OVERLAY', regions: two }, true],
    ['captions in bars', { captions: ['a', 'b'], mode: 'CAPTION_BAR', regions: [] }, false],
    ['no words', { captions: ['a'], mode: 'AUTO', regions: [] }, true],
    ['nothing to say', { captions: [''], mode: 'AUTO', regions: [] }, false],
  ]
  it.each(cases)('decides where captions go only where they seek free places: %s', (_, input, seeks) => {
    expect(seeksFreePlaces(input)).toBe(seeks)
    const placed = [calm, grid((u) => u), grid((_u, v) => 1 - v), grid((_u, v) => v)].map((saliency) =>
      JSON.stringify(plan({ ...input, saliency })),
    )
    expect(new Set(placed).size > 1).toBe(seeks)
  })
})

describe('in place of words', () => {
  const two = regionsAt([100, 10, 600, 60], [200, 520, 400, 60])
  it('puts each caption where its words stood, with room to spread that is nobody else’s', () => {
    const placement = plan({ regions: two, captions: ['top', 'bottom'] })
    expect(placement.places.map((place) => [place?.kind, place?.regionId, place?.verticalAlign])).toEqual([
      ['replaced', '0', 'top'],
      ['replaced', '1', 'bottom'],
    ])
    expect(placement.canvas).toMatchObject({ addTopPx: 0, addBottomPx: 0 })
    expectApart(placement)
  })
  it('keeps turned labels turned, and inside of the picture', () => {
    const placement = plan({
      regions: regionsAt([600, 280, 180, 30, 40], [40, 300, 150, 30, -15]),
      captions: ['a', 'b'],
    })
    expect(placement.places.map((place) => place?.box.angle)).toEqual([40, -15])
    expectApart(placement)
  })
  it('keeps rooms of many labels apart', () => {
    const labels = regionsAt(
      [50, 50, 200, 30],
      [300, 60, 200, 30],
      [560, 40, 200, 30],
      [100, 300, 200, 30],
      [420, 310, 260, 40],
    )
    expectApart(plan({ regions: labels, captions: ['a', 'b', 'c', 'd', 'e'] }))
  })
  it('leaves places empty when there are fewer captions, and gives their room to the neighbours', () => {
    const placement = plan({ regions: two, captions: ['', 'bottom'] })
    expect(placement.places[0]).toBeNull()
    expect(placement.places[1]?.regionId).toBe('1')
    expect(plan({ regions: two, captions: ['top'] }).places).toHaveLength(1)
  })
  it('puts captions beyond the words in free places', () => {
    const placement = plan({ regions: two, captions: ['top', 'bottom', 'third'] })
    expect(placement.places.map((place) => place?.kind)).toEqual(['replaced', 'replaced', 'overlay'])
    expectApart(placement)
  })
  it('keeps off words that stay', () => {
    const kept = regionsAt([10, 110, 780, 30])
    const { room } = plan({ regions: regionsAt([100, 10, 600, 60]), kept, captions: ['top'] }).places[0]!
    expect(room.yPx + room.heightPx).toBeLessThanOrEqual(110)
  })
  it('says how many captions have room when there are too many', () => {
    const captions = Array(30).fill('words')
    const error = expect.objectContaining({ code: 'TOO_MANY_CAPTIONS', details: { max: expect.any(Number) } })
    expect(() => plan({ regions: two, captions })).toThrow(error)
  })
})

describe('REPLACE_TEXT', () => {
  it('is a problem when there are no words', () => {
    expect(() => plan({ mode: 'REPLACE_TEXT' })).toThrow(expect.objectContaining({ code: 'NO_TEXT_TO_REPLACE' }))
  })
})

describe('around the subject', () => {
  it('puts one caption on the calmer side', () => {
    const busyTop = grid((_, v) => (v < 0.4 ? 0.5 : 0.1))
    expect(plan({ saliency: busyTop }).places[0]).toMatchObject({ kind: 'overlay', verticalAlign: 'bottom' })
    expect(plan({ saliency: grid((_, v) => v / 2) }).places[0]).toMatchObject({ verticalAlign: 'top' })
  })
  it('puts two at top and bottom', () => {
    const placement = plan({ captions: ['a', 'b'] })
    expect(placement.places.map((place) => place?.verticalAlign)).toEqual(['top', 'bottom'])
    expectApart(placement)
  })
  it.each([3, 4, 5])('finds calm boxes for %i, in reading order', (count) => {
    const face = grid((u, v) => (Math.hypot(u - 0.5, v - 0.5) < 0.25 ? 1 : 0.1))
    const placement = plan({ captions: Array(count).fill('words'), saliency: face })
    expect(placement.places.filter((place) => place?.kind === 'overlay')).toHaveLength(count)
    expectApart(placement)
  })
  it('keeps off words that stay, in OVERLAY too', () => {
    const placement = plan({ mode: 'OVERLAY', regions: regionsAt([100, 10, 600, 60]) })
    expect(placement.places[0]).toMatchObject({ kind: 'overlay', verticalAlign: 'bottom' })
  })
})

describe('in a bar', () => {
  it('is AUTO’s choice on a picture that is busy all over, or very flat', () => {
    expect(plan({ saliency: grid(() => 0.9) }).places[0]?.kind).toBe('bar')
    expect(plan({ width: 1600, height: 300 }).places[0]?.kind).toBe('bar')
    expect(plan({ mode: 'OVERLAY', saliency: grid(() => 0.9) }).places[0]?.kind).toBe('overlay')
  })
  it('extends the canvas above, and from two captions on below', () => {
    const one = plan({ mode: 'CAPTION_BAR' })
    expect(one.canvas.addTopPx).toBeGreaterThan(30)
    expect(one.canvas.addBottomPx).toBe(0)
    const two = plan({ mode: 'CAPTION_BAR', captions: ['a', 'b'] })
    expect(two.height).toBe(height + two.canvas.addTopPx + two.canvas.addBottomPx)
    expect(two.places[1]!.box.yPx).toBeGreaterThan(height)
    expectApart(two)
  })
  it('is higher for more words', () => {
    const long = plan({ mode: 'CAPTION_BAR', captions: ['many words '.repeat(15)] })
    expect(long.canvas.addTopPx).toBeGreaterThan(2 * plan({ mode: 'CAPTION_BAR' }).canvas.addTopPx)
  })
})

it('is plain data: goes through JSON unchanged', () => {
  const placement = plan({ captions: ['a', '', 'b'] })
  expect(JSON.parse(JSON.stringify(placement))).toEqual(placement)
})
