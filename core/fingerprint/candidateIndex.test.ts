import { describe, expect, it } from 'vitest'
import type { Bitmap } from '#core/bitmap'
import { CandidateIndex } from '#core/fingerprint/candidateIndex'
import { fingerprintKind, fingerprints, mirrored } from '#core/fingerprint/fingerprint'
import { loudPixels } from '#core/fingerprint/loudPixels'

const [width, height] = [96, 72]

/** A few soft hills of colour, others for each seed. */
function hills(
  seed: number,
  change: (colour: readonly [number, number, number]) => readonly number[] = (c) => c,
): Bitmap {
  const data = new Uint8Array(width * height * 3)
  for (let i = 0; i < width * height; i++) {
    const x = (i % width) / width
    const y = Math.floor(i / width) / height
    const wave = (a: number, b: number, c: number) =>
      128 + 90 * Math.sin(seed * c + (a + (seed % 7)) * x + (b + (seed % 5)) * y)
    data.set(change([wave(5, 3, 1), wave(2, 6, 2), wave(7, 2, 3)]).map(Math.round), i * 3)
  }
  return { data, width, height, channels: 3 }
}

function vectorOf(bitmap: Bitmap): Float32Array {
  const [vector] = fingerprints(bitmap, { left: 0, top: 0, right: width, bottom: height }, loudPixels(bitmap))
  return vector!
}

function product(one: Float32Array, other: Float32Array): number {
  return one.reduce((sum, value, i) => sum + value * other[i]!, 0)
}

/** White strokes with black rims across the picture. */
function withWords(bitmap: Bitmap): Bitmap {
  const data = Uint8Array.from(bitmap.data)
  for (let y = 28; y < 44; y++) {
    for (let x = 6; x < 90; x++) {
      if (x % 6 < 4)
        data.fill(
          x % 6 === 0 || x % 6 === 3 || y === 28 || y === 43 ? 0 : 255,
          (y * width + x) * 3,
          (y * width + x) * 3 + 3,
        )
    }
  }
  return { ...bitmap, data }
}

describe('fingerprints', () => {
  it('have the stated length, and are at most 1 long', () => {
    const vector = vectorOf(hills(1))
    expect(vector).toHaveLength(fingerprintKind.length)
    expect(product(vector, vector)).toBeCloseTo(1, 3)
  })

  it('stay under other light, weaker colours and words across the middle', () => {
    const vector = vectorOf(hills(1))
    const darker = hills(1, (c) => c.map((value) => 20 + value * 0.6))
    const paler = hills(1, (c) => {
      const grey = 0.299 * c[0] + 0.587 * c[1] + 0.114 * c[2]
      return c.map((value) => grey + 0.4 * (value - grey))
    })
    expect(product(vector, vectorOf(darker))).toBeGreaterThan(0.97)
    expect(product(vector, vectorOf(paler))).toBeGreaterThan(0.97)
    expect(product(vector, vectorOf(withWords(hills(1))))).toBeGreaterThan(0.8)
  })

  it('mirror as the picture does', () => {
    const bitmap = hills(2)
    const data = new Uint8Array(bitmap.data.length)
    for (let i = 0; i < width * height; i++) {
      const from = i - (i % width) + width - 1 - (i % width)
      data.set(bitmap.data.subarray(from * 3, from * 3 + 3), i * 3)
    }
    expect(product(vectorOf({ ...bitmap, data }), mirrored(vectorOf(bitmap)))).toBeGreaterThan(0.99)
    expect(product(vectorOf(bitmap), mirrored(vectorOf(bitmap)))).toBeLessThan(0.9)
  })
})

describe('CandidateIndex', () => {
  const rows = Array.from({ length: 400 }, (_, k) => ({ id: `picture ${k}`, vector: vectorOf(hills(k)) }))
  const index = new CandidateIndex(rows)

  it('finds the picture among many, and says by which query', () => {
    const stranger = vectorOf(hills(12345.6))
    const [best, ...others] = index.search([stranger, vectorOf(withWords(hills(77)))], 10)
    expect(best).toMatchObject({ id: 'picture 77', query: 1 })
    expect(others).toHaveLength(9)
    expect(others.every(({ likeness }) => likeness <= best!.likeness)).toBe(true)
  })

  it('gives each picture once, however many rows it has', () => {
    const twice = new CandidateIndex([...rows.slice(0, 5), ...rows.slice(0, 5)])
    expect(twice.size).toBe(10)
    expect(twice.search([rows[3]!.vector], 10)).toHaveLength(5)
  })

  it('is empty without rows', () => {
    expect(new CandidateIndex([]).search([rows[0]!.vector], 5)).toEqual([])
  })
})
