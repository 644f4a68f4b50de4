import { beforeAll, expect, test } from 'vitest'
import { savedTemplate } from '#e2e/support/curatedTemplates'
import { withTestStore } from '#e2e/support/testStore'
import { database } from '../../database'
import type { TemplateFilter } from '../findTemplates'
import type { TemplateWords } from '../saveTemplate'
import { searchTemplates } from '../searchTemplates'

withTestStore()

const slugs = new Map<string, string>()

async function published(slug: string, name: string, words: Partial<TemplateWords> = {}) {
  const { id } = await savedTemplate(slug, { name, description: '', boxes: [], ...words }, 'published')
  slugs.set(id, slug)
  return id
}

beforeAll(async () => {
  await published('plan-a', 'Plan Alpha')
  const used = await published('plan-c', 'Plan C', { keywords: ['scheme'] })
  await database().template.update({ where: { id: used }, data: { uses: 1 } })
  await published('plan-b', 'Plan B', { keywords: ['scheme', 'spare'] })
  await published('car', 'Racing Car')
  await published('cartoon', 'Cartoon Carnival')
  await published('tax', 'Tax Return', { description: 'A car park, seen from above, with a lonely giraffe.' })
  for (let n = 0; n < 30; n++) await published(`filler-${n}`, `Ordinary Person ${n}`, { keywords: ['person'] })
})

const found = async (text: string, filter: TemplateFilter = {}, byMeaning: { id: string; score: number }[] = []) =>
  (await searchTemplates(text, filter, byMeaning)).map(({ id, reasons }) => [slugs.get(id), ...reasons])

test('whole words come before beginnings of others', async () => {
  expect((await found('car')).slice(0, 2)).toEqual([
    ['car', 'name'],
    ['cartoon', 'name'],
  ])
})

test('of equals the most used comes first', async () => {
  expect(await found('scheme')).toEqual([
    ['plan-c', 'keywords'],
    ['plan-b', 'keywords'],
  ])
})

test('one or two letters find beginnings of names', async () => {
  expect((await found('p')).map(([slug]) => slug).sort()).toEqual(['plan-a', 'plan-b', 'plan-c'])
  expect(await found('ta')).toEqual([['tax', 'name']])
})

test('a letter after other words counts when it is a word', async () => {
  expect((await found('plan b'))[0]).toEqual(['plan-b', 'name'])
  expect(await found('plan x')).toHaveLength(3)
})

test('a question in many words finds what has the telling ones, a common word among nonsense nothing', async () => {
  expect(await found('the giraffe that stands next to a car')).toEqual([['tax', 'description']])
  expect(await found('person qxzv wwkjh')).toEqual([])
})

test('a misspelt word is put right among words that are right', async () => {
  expect(await found('cartoon carnivla')).toEqual([['cartoon', 'spelling']])
  expect(await found('lonly giraffe')).toEqual([['tax', 'description']])
  expect(await found('nivals')).toEqual([])
  expect(await found('nival')).toEqual([['cartoon', 'spelling']])
  expect(await found('ordnary persn 7')).toEqual([['filler-7', 'spelling']])
})

test('filters apply before the best are chosen, to meaning too', async () => {
  const [planB] = [...slugs].find(([, slug]) => slug === 'plan-b')!
  const meant = [...slugs.keys()].map((id) => ({ id, score: 0.3 }))
  expect(await found('plan', { tags: ['spare'] }, meant)).toEqual([['plan-b', 'name', 'looks like']])
  expect(await found('zzz', { tags: ['spare'] }, [{ id: planB, score: 0.3 }])).toEqual([['plan-b', 'looks like']])
  expect(await found('plan', { boxCount: 3 }, meant)).toEqual([])
})

test('what was retired since is not found by any way', async () => {
  const id = await published('gone', 'Vanishing Act')
  await database().template.update({ where: { id }, data: { state: 'RETIRED' } })
  expect(await found('vanishing', {}, [{ id, score: 1 }])).toEqual([])
  expect(await found('vanishnig', {}, [])).toEqual([])
})
