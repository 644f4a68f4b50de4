import path from 'node:path'
import { expect, test } from 'vitest'
import { writeModelFolder } from '#e2e/support/clipModelFolder'
import { temporaryFolder } from '#e2e/support/temporaryFolder'
import { openTokenizer } from './tokenizer'

async function smallTokenizer() {
  const folder = temporaryFolder()
  writeModelFolder(folder, { dtypes: [] })
  return openTokenizer(path.join(folder, 'tokenizer.json'))
}

// The small vocabulary: 256 characters, the same at the end of a word, "ca", "cat</w>", "do", start, end.
const CA = 512
const CAT = 513
const DO = 514
const START = 515
const END = 516
const last = (letter: string) => 256 + letter.charCodeAt(0)

test('words become start, tokens, end; pairs are joined in the order of the merges', async () => {
  const { encode, pad } = await smallTokenizer()
  expect(pad).toBe(END)
  expect(encode('Cat')).toEqual([START, CAT, END])
  expect(encode('cats  do it')).toEqual([START, CA, 116, last('s'), 100, last('o'), 105, last('t'), END])
  expect(encode('dog')).toEqual([START, DO, last('g'), END])
  expect(encode('')).toEqual([START, END])
})

test('letters outside of the vocabulary are bytes', async () => {
  const { encode } = await smallTokenizer()
  expect(encode('é')).toHaveLength(4)
})

test('77 tokens at most, the last of them the end', async () => {
  const { encode } = await smallTokenizer()
  const ids = encode('cat '.repeat(100))
  expect(ids).toHaveLength(77)
  expect(ids.at(-1)).toBe(END)
  expect(ids.at(-2)).toBe(CAT)
})

test('a file that is no tokenizer is named', async () => {
  await expect(openTokenizer('/nowhere/tokenizer.json')).rejects.toThrow('/nowhere/tokenizer.json')
})
