import { describe, expect, test } from 'vitest'
import { decode, readAlphabet } from '#workers/models/paddle/ctc'

const alphabet = readAlphabet('A\nB\n1\n,\n中\n国\n')
const blank = 0
const [a, b, one, comma, zhong, guo, space] = [1, 2, 3, 4, 5, 6, 7]

/** Steps as the model gives them: each names a few classes and their probabilities, the rest is nothing. */
function read(...steps: readonly Readonly<Record<number, number>>[]) {
  const classes = alphabet.keys.length
  const data = new Float32Array(steps.length * classes)
  steps.forEach((step, at) => {
    for (const [key, probability] of Object.entries(step)) data[at * classes + Number(key)] = probability
  })
  return decode({ data, offset: 0, steps: steps.length, classes }, alphabet)
}

describe('decode', () => {
  test('drops repeats and blanks, and keeps a letter that a blank doubles', () => {
    expect(read({ [a]: 0.9 }, { [a]: 0.8 }, { [blank]: 1 }, { [a]: 0.9 }, { [b]: 0.9 }).text).toBe('AAB')
  })

  test('believes a faint space between words, not within numbers or before marks', () => {
    const faint = { [blank]: 0.9, [space]: 0.05 }
    expect(read({ [a]: 0.9 }, faint, { [b]: 0.9 }).text).toBe('A B')
    expect(read({ [a]: 0.9 }, faint, { [comma]: 0.9 }, faint, { [b]: 0.9 }).text).toBe('A, B')
    expect(read({ [one]: 0.9 }, faint, { [comma]: 0.9 }, faint, { [one]: 0.9 }).text).toBe('1,1')
  })

  test('rules Chinese out of a Latin line, and leaves a Chinese one alone', () => {
    const doubtful = { [zhong]: 0.5, [b]: 0.4 }
    expect(read({ [a]: 0.9 }, { [blank]: 1 }, { [a]: 0.9 }, doubtful).text).toBe('AAB')
    expect(read({ [guo]: 0.9 }, { [blank]: 1 }, { [guo]: 0.9 }, doubtful).text).toBe('国国中')
  })

  test('trusts few letters less than many', () => {
    const few = read({ [a]: 0.6 })
    const many = read(...Array.from({ length: 20 }, (_, at) => ({ [at % 2 === 0 ? a : b]: 0.6 })))
    expect(few.confidence).toBeLessThan(0.3)
    expect(many.confidence).toBeGreaterThan(0.55)
    expect(read({ [a]: 1 }).confidence).toBe(1)
  })

  test('nothing but blanks is no text', () => {
    expect(read({ [blank]: 1 }, { [blank]: 1 })).toMatchObject({ text: '' })
  })
})
