import { beforeEach, expect, test } from 'vitest'
import { withTestStore } from '#e2e/support/testStore'
import { database } from '../database'
import { countEmptySearch, emptySearches, forgetEmptySearch } from './emptySearches'

withTestStore()
beforeEach(() => database().emptySearch.deleteMany())

const list = async () => (await emptySearches(100)).map(({ words, count }) => [words, count])

async function typed(...texts: readonly string[]) {
  for (const text of texts) await countEmptySearch(text)
}

/** As if all of it had been a while ago. */
const later = () => database().$executeRaw`update empty_search set last_seen_at = now() - interval '1 minute'`

test('counts what was settled on, not every letter on the way', async () => {
  await typed('flyi', 'flyin', 'flying t', 'flying toas', 'Flying  Toasters!')
  expect(await list()).toEqual([['flying toasters', 1]])
})

test('deleting letters does not count, nor does asking the same again', async () => {
  await typed('flying toasters', 'flying toasters!', 'flying toast', 'flying')
  expect(await list()).toEqual([['flying toasters', 1]])
})

test('another search a while later counts, whatever it begins with', async () => {
  await typed('flying')
  await later()
  await typed('flying toasters')
  await later()
  await typed('flying', 'flying toasters')
  expect(await list()).toEqual([
    ['flying toasters', 2],
    ['flying', 1],
  ])
})

test('typing over what others settled on gives it its count back once', async () => {
  for (let time = 0; time < 3; time++) {
    await typed('flying')
    await later()
  }
  await typed('flying', 'flying t', 'flying to', 'flying toa')
  expect(await list()).toEqual([
    ['flying', 3],
    ['flying toa', 1],
  ])
})

test('words in other signs and capitals are the same search; long ones are cut between words; two letters are none', async () => {
  await typed('Ça-va?')
  await later()
  await typed('ÇA VA', 'no', `${'word '.repeat(30)}end`)
  expect(await list()).toEqual([
    ['ça va', 2],
    ['word '.repeat(12).trim(), 1],
  ])
})

test('keeps no more than some thousands: those asked least go', async () => {
  await database().$executeRaw`insert into empty_search (words, count, last_seen_at)
    select 'often ' || n, 2, now() - interval '1 day' from generate_series(1, 4999) n`
  await typed('first rare', 'second rare')
  expect(await database().emptySearch.count()).toBe(5000)
  expect((await emptySearches(5000)).filter(({ count }) => count === 1)).toMatchObject([{ words: 'second rare' }])
})

test('a curator takes one off the list', async () => {
  await typed('flying toasters', 'sinking ships')
  expect(await forgetEmptySearch('flying toasters')).toBe(true)
  expect(await forgetEmptySearch('flying toasters')).toBe(false)
  expect(await list()).toEqual([['sinking ships', 1]])
})
