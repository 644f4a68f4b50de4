import { beforeAll, describe, expect, test } from 'vitest'
import { defaultStyle } from '#core/style'
import type { TemplateState } from '#core/template'
import { ask } from '#e2e/support/api'
import { withTestStore } from '#e2e/support/testStore'
import { database } from '#store/database'
import { type NewTemplatePicture, saveTemplate, type TemplateWords } from '#store/templates/saveTemplate'

withTestStore()

const sha = (seed: string) => seed.charCodeAt(0).toString(16).padStart(2, '0').repeat(32)

const picture = (style: string, frames = 1): NewTemplatePicture => ({
  style,
  sourceSha256: sha(style),
  file: `${sha(style)}.webp`,
  width: 1200,
  height: 800,
  thumbFile: `${sha('t')}.webp`,
  thumbWidth: 480,
  thumbHeight: 320,
  frames,
})

const box = (example: string, style = {}) => ({
  box: { x: 0.1, y: 0.2, width: 0.3, height: 0.2, angle: 8 },
  style: { ...defaultStyle, ...style },
  example,
})

async function saved(slug: string, words: Partial<TemplateWords> = {}, state: TemplateState = 'published', frames = 1) {
  const whole = {
    slug,
    name: slug.replaceAll('-', ' '),
    aliases: [],
    keywords: ['everything'],
    description: 'A plain sight.',
    boxes: [box('one')],
    source: 'own drawing',
    licence: 'MIT',
    ...words,
  }
  const pictures = [picture('dark'), picture('default', frames)]
  return saveTemplate({ words: whole, state, pictures, actor: 'test', action: 'create' })
}

let buttonsId: string

beforeAll(async () => {
  const twoBoxes = [box('this', { font: 'comic', color: '#ff8800', outlineWidth: 0.1 }), box('that')]
  const buttons = { keywords: ['everything', 'choice', 'sweat'], aliases: ['Hard Choice'], boxes: twoBoxes }
  buttonsId = (await saved('two-terrible-buttons', buttons)).id
  await saved('exit-ramp', { keywords: ['everything', 'choice', 'car'], description: 'A car leaves the road.' })
  await saved('spinning-cat', { keywords: ['everything', 'cat'] }, 'published', 12)
  await saved('sleepy-cat', { keywords: ['everything', 'cat'] })
  await saved('secret-buttons', { keywords: ['choice', 'draft only'] }, 'draft')
  await saved('old-buttons', { keywords: ['choice'] }, 'retired')
  await database().template.update({ where: { id: (await saved('most-used')).id }, data: { uses: 1 } })
})

const page = `query ($search: String, $tags: [String!], $boxCount: Int, $animated: Boolean, $first: Int, $after: String) {
  templates(search: $search, tags: $tags, boxCount: $boxCount, animated: $animated, first: $first, after: $after) {
    edges { cursor reasons node { slug } } pageInfo { hasNextPage endCursor }
  }
}`

interface Edge {
  readonly reasons: readonly string[]
  readonly node: { readonly slug: string }
}

async function edges(variables: object): Promise<readonly Edge[]> {
  const { data, errors } = await ask(page, variables)
  expect(errors).toBeUndefined()
  return data.templates.edges
}
const slugs = async (variables: object) => (await edges(variables)).map(({ node }) => node.slug)

async function slugsPageByPage(variables: object): Promise<readonly string[]> {
  const seen: string[] = []
  let after: string | null = null
  for (let hasNext = true; hasNext; ) {
    const { data } = await ask(page, { ...variables, first: 2, after })
    seen.push(...data.templates.edges.map(({ node }: Edge) => node.slug))
    after = data.templates.pageInfo.endCursor
    hasNext = data.templates.pageInfo.hasNextPage
  }
  return seen
}

describe('templates', () => {
  const published = ['most-used', 'exit-ramp', 'sleepy-cat', 'spinning-cat', 'two-terrible-buttons']

  test('lists what is published, the most used first, each once over all pages', async () => {
    expect(await slugs({})).toEqual(published)
    expect(await slugsPageByPage({})).toEqual(published)
  })

  test.each([
    ['butt', 'two-terrible-buttons', 'name'],
    ['hard ch', 'two-terrible-buttons', 'keywords'],
    ['leaves the ro', 'exit-ramp', 'description'],
    ['terible butons', 'two-terrible-buttons', 'spelling'],
  ])('finds while somebody types: %s', async (search, slug, reason) => {
    const [best] = await edges({ search })
    expect(best).toMatchObject({ node: { slug }, reasons: expect.arrayContaining([reason]) })
  })

  test('pages through what was found', async () => {
    const whole = await slugs({ search: 'everything' })
    expect([...whole].sort()).toEqual([...published].sort())
    expect(await slugsPageByPage({ search: 'everything' })).toEqual(whole)
  })

  test('narrows by keywords, boxes and animation, with and without a search', async () => {
    expect(await slugs({ tags: ['choice'] })).toEqual(['exit-ramp', 'two-terrible-buttons'])
    expect(await slugs({ tags: ['choice', 'car'] })).toEqual(['exit-ramp'])
    expect(await slugs({ boxCount: 2 })).toEqual(['two-terrible-buttons'])
    expect(await slugs({ search: 'cat', animated: true })).toEqual(['spinning-cat'])
    expect(await slugs({ search: 'choice', boxCount: 1 })).toEqual(['exit-ramp'])
  })

  test('remembers a search that found nothing, but not one that only a filter emptied', async () => {
    expect(await slugs({ search: 'qqqq zzzz' })).toEqual([])
    expect(await slugs({ search: 'buttons', boxCount: 7 })).toEqual([])
    const words = (await database().emptySearch.findMany()).map((row) => row.words)
    expect(words).toEqual(['qqqq zzzz'])
  })

  test('takes an empty search for none', async () => {
    expect(await slugs({ search: '  ' })).toEqual(published)
  })

  test.each([
    { first: 0 },
    { first: 101 },
    { after: 'nonsense' },
    { after: 'MTIz', search: 'cat' },
    { search: 'x'.repeat(201) },
    { tags: Array(21).fill('cat') },
    { boxCount: -1 },
  ])('refuses %j', async (variables) => {
    expect((await ask(page, variables)).errors?.[0]?.extensions.code).toBe('INPUT_INVALID')
  })
})

describe('template', () => {
  const one = `query ($slug: ID!) { template(slug: $slug) {
    id slug name aliases keywords description source licence animated uses
    thumbnail { url width height } pictures { style image { url width } thumbnail { width } }
    boxes { example font color outlineColor outlineWidth letterCase align verticalAlign box { x angle } }
  } }`

  test('tells all about one, by slug or id', async () => {
    const { data } = await ask(one, { slug: 'two-terrible-buttons' })
    expect(data.template).toMatchObject({
      id: buttonsId,
      aliases: ['Hard Choice'],
      licence: 'MIT',
      animated: false,
      uses: 0,
      thumbnail: { url: `/images/${sha('t')}.webp`, width: 480, height: 320 },
      pictures: [
        { style: 'default', image: { width: 1200 }, thumbnail: { width: 480 } },
        { style: 'dark', image: { url: `/images/${sha('dark')}.webp` } },
      ],
      boxes: [
        { example: 'this', font: 'COMIC', color: '#ff8800', outlineColor: null, outlineWidth: 0.1, box: { angle: 8 } },
        { example: 'that', font: 'ANTON', color: null, outlineWidth: null, letterCase: 'UPPER', verticalAlign: null },
      ],
    })
    expect((await ask(one, { slug: buttonsId })).data).toEqual(data)
  })

  test.each(['secret-buttons', 'old-buttons', 'nothing'])(
    'shows nothing of what is not published: %s',
    async (slug) => {
      expect(await ask(one, { slug })).toEqual({ data: { template: null } })
    },
  )
})

test('templateTags lists keywords of what is published, the commonest first', async () => {
  const tags = 'query ($first: Int) { templateTags(first: $first) { tag count } }'
  expect((await ask(tags, { first: 3 })).data.templateTags).toEqual([
    { tag: 'everything', count: 5 },
    { tag: 'cat', count: 2 },
    { tag: 'choice', count: 2 },
  ])
  expect((await ask(tags, { first: 101 })).errors?.[0]?.extensions.code).toBe('INPUT_INVALID')
})

test('characters that no database takes find nothing, and are no fault of ours', async () => {
  const zero = '\u0000'
  const found = await ask(
    `query ($slug: ID!, $search: String) { template(slug: $slug) { slug } templates(search: $search) { edges { cursor } } }`,
    { slug: zero, search: `${zero} \u0301 :* & | ! ' \\ ²` },
  )
  expect(found.errors).toBeUndefined()
  expect(found.data).toEqual({ template: null, templates: { edges: [] } })
  const tagged = await ask('query ($tags: [String!]) { templates(tags: $tags) { edges { cursor } } }', { tags: [zero] })
  expect(tagged.errors?.[0]?.extensions.code).toBe('INPUT_INVALID')
})
