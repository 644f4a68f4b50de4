import { expect, test } from 'vitest'
import { sharedAnswers } from './sharedAnswers'

test('equal questions share an answer; different ones are worked out one after another', async () => {
  const shared = sharedAnswers<{ readonly text: string }>(10)
  const begun: string[] = []
  let running = 0
  let most = 0
  const ask = (question: string) =>
    shared(question, async () => {
      begun.push(question)
      most = Math.max(most, ++running)
      await new Promise((resolve) => setImmediate(resolve))
      running -= 1
      return { text: question }
    })
  const found = await Promise.all(['a', 'b', 'a', 'c', 'b'].map(ask))
  expect(found.map(({ text }) => text)).toEqual(['a', 'b', 'a', 'c', 'b'])
  expect(begun).toEqual(['a', 'b', 'c'])
  expect(most).toBe(1)
  await ask('a')
  expect(begun).toHaveLength(3)
})

test('a failure is nobody else’s answer', async () => {
  const shared = sharedAnswers<object>(10)
  await expect(shared('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
  expect(await shared('a', async () => ({ well: true }))).toEqual({ well: true })
})
