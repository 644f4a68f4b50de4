import { expect, test } from 'vitest'
import { exampleLine, memesOfLines } from './manyMemes'

test('each line is a meme, its words parted by bars', () => {
  expect(memesOfLines(' one | two\n\nthree\n  \n|four|\n')).toEqual([['one', 'two'], ['three'], ['', 'four', '']])
  expect(memesOfLines(' \n')).toEqual([])
})

test('the example has a part for each box, on one line', () => {
  expect(exampleLine(['up\ndown', '', 'a|b'])).toBe('up down | anything | ab')
  expect(memesOfLines(exampleLine(['one', 'two']))).toEqual([['one', 'two']])
})
