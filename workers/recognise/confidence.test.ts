import { describe, expect, it } from 'vitest'
import type { Evidence } from '#workers/recognise/align/confirm'
import { confidenceOf } from '#workers/recognise/confidence'

const strong: Evidence = {
  transform: { scaleX: 0.8, scaleY: 0.8, offsetX: 3, offsetY: 40 },
  support: 40,
  blocks: 250,
  agreeing: 190,
  contradicting: 0,
  overlap: 1,
  colour: 0.98,
}
/** `vector_db.similarity_threshold` by default. */
const threshold = 0.8

describe('confidenceOf', () => {
  it('is sure of corners, blocks and colours that agree', () => {
    expect(confidenceOf(strong)).toBeGreaterThan(0.99)
    expect(confidenceOf({ ...strong, transform: { ...strong.transform, scaleX: -0.8 } })).toBeGreaterThan(0.99)
  })

  it('bears words over half of the picture', () => {
    expect(confidenceOf({ ...strong, support: 18, agreeing: 80 })).toBeGreaterThan(threshold)
  })

  it('does not take what agrees by chance', () => {
    expect(confidenceOf({ ...strong, support: 7, agreeing: 25 })).toBeLessThan(0.2)
    expect(confidenceOf({ ...strong, support: 7, blocks: 6, agreeing: 3 })).toBeLessThan(threshold)
  })

  it('asks for the same colours', () => {
    expect(confidenceOf({ ...strong, colour: 0.3 })).toBeLessThan(threshold)
  })

  it('asks for more than a corner that two templates share', () => {
    expect(confidenceOf({ ...strong, support: 14, blocks: 30, agreeing: 24, overlap: 0.12 })).toBeLessThan(0.99)
    expect(confidenceOf({ ...strong, support: 10, blocks: 12, agreeing: 6, overlap: 0.12 })).toBeLessThan(threshold)
  })

  it('doubts pictures that are stretched', () => {
    expect(confidenceOf({ ...strong, transform: { ...strong.transform, scaleX: 0.83 } })).toBeGreaterThan(0.99)
    expect(confidenceOf({ ...strong, transform: { ...strong.transform, scaleX: 1 } })).toBeLessThan(threshold)
  })

  it('is small where much shows something else and no words are there', () => {
    expect(confidenceOf({ ...strong, agreeing: 60, contradicting: 8 })).toBeGreaterThan(threshold)
    expect(confidenceOf({ ...strong, support: 25, agreeing: 60, contradicting: 70 })).toBeLessThan(threshold)
  })
})
