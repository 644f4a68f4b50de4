import { expect, test } from 'vitest'
import { CandidateIndex } from '#core/fingerprint/candidateIndex'
import { fingerprintKind } from '#core/fingerprint/fingerprint'
import { wordsPerFeature } from './features/binaryPattern'
import { CornerIndex, cornerKeys } from './features/cornerIndex'
import type { Features } from './features/features'
import { GalleryIndex, type GalleryRows } from './galleryIndex'
import { seeded } from './testing/drawnScene'

/** Vectors of length 1 that have nothing to do with each other. */
function vectorOf(seed: number): Float32Array {
  const random = seeded(seed + 1)
  const vector = Float32Array.from({ length: fingerprintKind.length }, () => random() - 0.5)
  const length = Math.hypot(...vector)
  return vector.map((value) => value / length)
}

/** A picture with this vector, and with corners of its own. */
const rows = (pictures: readonly (readonly [id: string, seed: number])[]): GalleryRows => ({
  fingerprints: pictures.map(([id, seed]) => ({ id, vector: vectorOf(seed) })),
  keys: pictures.map(([id, seed]) => ({ id, keys: cornerKeys(cornersOf(seed)) })),
})

/** Fifty corners whose descriptions stand nowhere else. */
function cornersOf(seed: number): Features {
  const words = Int32Array.from({ length: 50 * wordsPerFeature }, (_, k) =>
    Math.imul(seed * 10_007 + k + 1, 0x9e3779b1),
  )
  return { count: 50, x: new Float32Array(50), y: new Float32Array(50), words }
}

const count = 300
const before = rows(Array.from({ length: count }, (_, k) => [`picture ${k}`, k]))
const whole = new GalleryIndex(new CandidateIndex(before.fingerprints), new CornerIndex(before.keys))
const first = (index: GalleryIndex, seed: number) => index.search([vectorOf(seed)], 3)[0]
const sharing = (index: GalleryIndex, seed: number) => index.sharing(cornersOf(seed), 3).map(({ id }) => id)

test('pictures that came, changed or went are found as they are now', () => {
  const changed = whole
    .changed(
      ['new', 'picture 7', 'picture 8'],
      rows([
        ['new', 1000],
        ['picture 7', 1001],
      ]),
    )
    .changed(['picture 7'], rows([['picture 7', 1002]]))
  expect(first(changed, 1000)).toMatchObject({ id: 'new', query: 0 })
  expect(first(changed, 1002)).toMatchObject({ id: 'picture 7' })
  for (const seed of [7, 8, 1001]) expect(first(changed, seed)!.likeness).toBeLessThan(0.9)
  expect(first(changed, 9)).toMatchObject({ id: 'picture 9' })
  expect(first(whole, 7)).toMatchObject({ id: 'picture 7' })
  expect([1000, 1002, 1001, 7, 8, 9].map((seed) => sharing(changed, seed))).toEqual([
    ['new'],
    ['picture 7'],
    [],
    [],
    [],
    ['picture 9'],
  ])
})

test('as many are found as without changes', () => {
  const half = Array.from({ length: count / 2 }, (_, k) => `picture ${k}`)
  const changed = whole.changed(half, rows(half.map((id, k) => [id, k])))
  const queries = [vectorOf(3), vectorOf(200)]
  expect(changed.search(queries, 20)).toEqual(whole.search(queries, 20))
})

test('after many changes it says that it is to be built anew', () => {
  expect(whole.isWorn).toBe(false)
  const many = Array.from({ length: 400 }, (_, k) => `other ${k}`)
  expect(whole.changed(many, rows(many.map((id, k) => [id, 2000 + k]))).isWorn).toBe(true)
})
