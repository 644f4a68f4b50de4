import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { ask } from '#e2e/support/api'
import { withTestStore } from '#e2e/support/testStore'
import { saveMeme } from '#store/memes'
import { savePicture } from '#store/pictures'

withTestStore()

const ids: string[] = []
const sha = (index: number) => String(index).padStart(64, '0')

beforeAll(async () => {
  for (let index = 0; index < 5; index++) {
    const meme = await saveMeme({
      contentKey: randomUUID(),
      sourceSha256: sha(index % 2),
      file: `${sha(index)}.webp`,
      format: 'webp',
      width: 640,
      height: 480,
      bytes: 1000,
      captions: [`words ${index}`],
      report: {
        textFound: ['OLD'],
        removal: { regionsRemoved: 1, method: 'inpaint', skippedBecause: null },
        placement: 'replaced',
        animatedSource: false,
        stages: [{ stage: 'remove_text', durationMs: 12.5, cacheHit: true }],
      },
    })
    ids.unshift(meme.id)
  }
  await savePicture(sha(0), { file: `${sha(9)}.jpg`, width: 640, height: 480 })
})

afterEach(() => vi.unstubAllEnvs())

const page = `query ($first: Int, $after: String, $ids: [ID!]) {
  memes(first: $first, after: $after, ids: $ids) { edges { cursor node { id before { url width } } } pageInfo { hasNextPage endCursor } }
}`

test('pages through all memes, newest first, each once', async () => {
  const seen: string[] = []
  let after: string | null = null
  for (let hasNext = true; hasNext; ) {
    const { data } = await ask(page, { first: 2, after })
    seen.push(...data.memes.edges.map(({ node }: { node: { id: string } }) => node.id))
    after = data.memes.pageInfo.endCursor
    hasNext = data.memes.pageInfo.hasNextPage
  }
  expect(seen).toEqual(ids)
})

test('tells the picture before where an analysis has kept it', async () => {
  const { data } = await ask(page, {})
  const before = data.memes.edges.map(({ node }: { node: { before: unknown } }) => node.before)
  const picture = { url: `/images/${sha(9)}.jpg`, width: 640 }
  expect(before).toEqual([picture, null, picture, null, picture])
})

test('narrows to ids, and passes over those that are none', async () => {
  const { data } = await ask(page, { ids: [ids[3], 'nonsense', randomUUID()] })
  expect(data.memes.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual([ids[3]])
})

test.each([{ first: 0 }, { first: 101 }, { after: 'nonsense' }, { after: 'MTIz' }, { ids: Array(201).fill('1') }])(
  'refuses %j',
  async (variables) => {
    expect((await ask(page, variables)).errors?.[0]?.extensions.code).toBe('INPUT_INVALID')
  },
)

const whole = `query ($id: ID!) {
  meme(id: $id) {
    url pageUrl format width height bytes captions createdAt
    report { textFound placement animatedSource removal { regionsRemoved method skippedBecause } stages { stage durationMs cacheHit } }
  }
}`

test('a meme tells all about itself', async () => {
  const { data } = await ask(whole, { id: ids[0] })
  expect(data.meme).toMatchObject({
    url: `/images/${sha(4)}.webp`,
    pageUrl: `/memes/${ids[0]}`,
    format: 'WEBP',
    bytes: 1000,
    captions: ['words 4'],
    createdAt: expect.stringMatching(/^\d{4}-.*T.*\.\d{3}Z$/),
    report: {
      textFound: ['OLD'],
      placement: 'REPLACED',
      removal: { regionsRemoved: 1, method: 'INPAINT', skippedBecause: null },
      stages: [{ stage: 'REMOVE_TEXT', durationMs: 12.5, cacheHit: true }],
    },
  })
})

test('CDN_BASE_URL prefixes pictures, not pages', async () => {
  vi.stubEnv('CDN_BASE_URL', 'https://cdn.example/')
  const { data } = await ask(whole, { id: ids[0] })
  expect(data.meme).toMatchObject({ url: `https://cdn.example/images/${sha(4)}.webp`, pageUrl: `/memes/${ids[0]}` })
})

test.each([randomUUID(), 'nonsense'])('an unknown id (%s) is null', async (id) => {
  expect(await ask(whole, { id })).toEqual({ data: { meme: null } })
})
