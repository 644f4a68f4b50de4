import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiAdminToken, askAsCurator } from '#e2e/support/api'
import { savedTemplate } from '#e2e/support/curatedTemplates'
import { withTestStore } from '#e2e/support/testStore'
import { database } from '#store/database'

withTestStore()

const templateIds: Record<string, string> = {}

beforeAll(async () => {
  process.env.MEMEZAP_ADMIN_TOKEN = apiAdminToken
  const save = async (...args: Parameters<typeof savedTemplate>) => {
    templateIds[args[0]] = (await savedTemplate(...args)).id
  }
  await save('two-buttons', { name: 'Two Buttons', keywords: ['choice', 'sweat'] }, 'published')
  await save('exit-ramp', { name: 'Exit Ramp', aliases: ['Swerve 100%'], keywords: ['choice'] }, 'published')
  await save('big-brain', { name: 'big brain', boxes: [], keywords: ['ladder'] })
  await save('old-cat', { name: 'Old Cat', source: 'from a_friend' }, 'retired')
  await save('no-words', { name: 'No Words', description: '', licence: '' })
  await database().template.update({ where: { slug: 'exit-ramp' }, data: { uses: 9 } })
  await database().template.update({ where: { slug: 'old-cat' }, data: { uses: 2 } })
})
afterAll(() => {
  delete process.env.MEMEZAP_ADMIN_TOKEN
})

const list = `query ($search: String, $states: [TemplateState!], $tags: [String!], $boxCount: Int, $animated: Boolean,
  $neverUsed: Boolean, $incomplete: Boolean, $sort: CurationSort, $first: Int, $after: String) {
  curation { templates(search: $search, states: $states, tags: $tags, boxCount: $boxCount, animated: $animated,
    neverUsed: $neverUsed, incomplete: $incomplete, sort: $sort, first: $first, after: $after) {
    totalCount edges { node { template { slug } } } pageInfo { hasNextPage endCursor }
  } }
}`

async function page(variables: object) {
  const { data, errors } = await askAsCurator(list, variables)
  expect(errors).toBeUndefined()
  const { edges, ...rest } = data.curation.templates
  const slugs: string[] = edges.map(({ node }: { node: { template: { slug: string } } }) => node.template.slug)
  return { slugs, ...rest }
}
const slugs = async (variables: object): Promise<string[]> => (await page({ sort: 'NAME', ...variables })).slugs

describe('templates', () => {
  test('of every state, the latest change first', async () => {
    expect((await page({})).slugs[0]).toBe('no-words')
    expect((await page({})).totalCount).toBe(5)
  })

  test.each<[object, string[]]>([
    [{}, ['big-brain', 'exit-ramp', 'no-words', 'old-cat', 'two-buttons']],
    [{ states: ['PUBLISHED'] }, ['exit-ramp', 'two-buttons']],
    [{ states: ['DRAFT', 'RETIRED'] }, ['big-brain', 'no-words', 'old-cat']],
    [{ search: 'BUTT two' }, ['two-buttons']],
    [{ search: '100%' }, ['exit-ramp']],
    [{ search: 'a_f' }, ['old-cat']],
    [{ search: 'a_%f' }, []],
    [{ search: 'swe' }, ['exit-ramp', 'two-buttons']],
    [{ tags: ['choice', 'sweat'] }, ['two-buttons']],
    [{ boxCount: 0 }, ['big-brain']],
    [{ animated: true }, []],
    [{ neverUsed: true }, ['big-brain', 'no-words', 'two-buttons']],
    [{ neverUsed: false }, ['exit-ramp', 'old-cat']],
    [{ incomplete: true }, ['big-brain', 'no-words']],
    [{ incomplete: false, states: ['RETIRED'] }, ['old-cat']],
    [{ sort: 'MOST_USED', first: 2 }, ['exit-ramp', 'old-cat']],
    [{ sort: 'LEAST_USED', first: 3 }, ['big-brain', 'no-words', 'two-buttons']],
    [{ sort: 'NEWEST', first: 1 }, ['no-words']],
  ])('with %j', async (variables, expected) => {
    expect(await slugs(variables)).toEqual(expected)
  })

  test('page by page', async () => {
    const seen: string[] = []
    let after: string | null = null
    for (let hasNextPage = true; hasNextPage; ) {
      const next = await page({ sort: 'NAME', first: 2, after })
      expect(next.totalCount).toBe(5)
      seen.push(...next.slugs)
      after = next.pageInfo.endCursor
      hasNextPage = next.pageInfo.hasNextPage
    }
    expect(seen).toEqual(await slugs({}))
  })

  test.each([{ first: 0 }, { first: 101 }, { after: 'nonsense' }, { search: 'x'.repeat(201) }, { boxCount: -1 }])(
    'not with %j',
    async (variables) => {
      expect((await askAsCurator(list, variables)).errors?.[0]?.extensions.code).toBe('INPUT_INVALID')
    },
  )

  test('by slug or id, whatever their state; null for others', async () => {
    const one = (id: string) => askAsCurator(`{ curation { template(id: "${id}") { id } } }`)
    expect((await one('big-brain')).data.curation.template.id).toBe(templateIds['big-brain'])
    expect((await one(templateIds['old-cat']!)).data.curation.template.id).toBe(templateIds['old-cat'])
    expect((await one('nothing')).data.curation.template).toBeNull()
    expect((await one(randomUUID())).data.curation.template).toBeNull()
  })

  test('are counted by state, and their keywords by use', async () => {
    const { data } = await askAsCurator(
      '{ curation { counts { draft published retired } tags(first: 2) { tag count } } }',
    )
    expect(data.curation).toEqual({
      counts: { draft: 2, published: 2, retired: 1 },
      tags: [
        { tag: 'choice', count: 2 },
        { tag: 'ladder', count: 1 },
      ],
    })
  })
})

test('the history of all templates, by person and page', async () => {
  const rename = `mutation ($id: ID!) { updateTemplate(input: { id: $id, expectedVersion: 1, name: "Older Cat" }) { __typename } }`
  await askAsCurator(rename, { id: templateIds['old-cat'] }, 'Grace')
  const history = `query ($actor: String, $first: Int, $after: String) {
    curation { changes(actor: $actor, first: $first, after: $after) {
      edges { node { action actor at fields { field before after } template { template { name } } } }
      pageInfo { hasNextPage endCursor } } } }`
  const { data } = await askAsCurator(history, { actor: 'Grace' })
  expect(data.curation.changes.edges).toEqual([
    {
      node: {
        action: 'edit',
        actor: 'Grace',
        at: expect.any(String),
        fields: [{ field: 'name', before: 'Old Cat', after: 'Older Cat' }],
        template: { template: { name: 'Older Cat' } },
      },
    },
  ])
  const first = (await askAsCurator(history, { first: 4 })).data.curation.changes
  expect(first.edges).toHaveLength(4)
  expect(first.pageInfo.hasNextPage).toBe(true)
  const rest = (await askAsCurator(history, { first: 4, after: first.pageInfo.endCursor })).data.curation.changes
  expect(rest.edges).toHaveLength(2)
  expect(rest.pageInfo.hasNextPage).toBe(false)
})

test('searches without results, until somebody takes them off', async () => {
  await database().emptySearch.createMany({ data: [{ words: 'sad frog', count: 3 }, { words: 'nothing' }] })
  const searches = '{ curation { emptySearches { words count } } }'
  expect((await askAsCurator(searches)).data.curation.emptySearches).toEqual([
    { words: 'sad frog', count: 3 },
    { words: 'nothing', count: 1 },
  ])
  const dismiss =
    'mutation { dismissEmptySearch(words: "sad frog") { ... on Dismissed { id } ... on Problem { code } } }'
  expect((await askAsCurator(dismiss)).data.dismissEmptySearch).toEqual({ id: 'sad frog' })
  expect((await askAsCurator(dismiss)).data.dismissEmptySearch).toEqual({ code: 'NOT_FOUND' })
  expect((await askAsCurator(searches)).data.curation.emptySearches).toHaveLength(1)
})

test('uploads that keep coming back: a template can be made of one, or it is taken off', async () => {
  const [id, sha256] = [randomUUID(), 'e'.repeat(64)]
  await database().$executeRaw`
    insert into unmatched_group (id, kind, vector, corners, count, sha256, words, file, width, height)
    values (${id}::uuid, 'test', array_fill(0.1, array[432])::real[]::halfvec(432), ''::bytea, 12, ${sha256}, 0, 'e.jpg', 64, 48)`
  const uploads = '{ curation { recurringUploads { id count picture { url width height } } } }'
  expect((await askAsCurator(uploads)).data.curation.recurringUploads).toEqual([
    { id, count: 12, picture: { url: '/images/e.jpg', width: 64, height: 48 } },
  ])
  const make = `mutation ($id: ID!) { makeTemplatePicture(input: { source: { recurringUploadId: $id }, withoutWords: true }) {
    ... on JobTicket { job { id kind state } } ... on Problem { code } } }`
  const { job } = (await askAsCurator(make, { id })).data.makeTemplatePicture
  expect(job).toMatchObject({ kind: 'TEMPLATE_PICTURE', state: 'QUEUED' })
  const row = await database().job.findUniqueOrThrow({ where: { id: job.id } })
  expect(row.payload).toEqual({ kind: 'TEMPLATE_PICTURE', source: { sha256 }, withoutWords: true })
  const dismiss = `mutation { dismissRecurringUpload(id: "${id}") { ... on Dismissed { id } ... on Problem { code } } }`
  expect((await askAsCurator(dismiss)).data.dismissRecurringUpload).toEqual({ id })
  expect((await askAsCurator(uploads)).data.curation.recurringUploads).toEqual([])
})

test('a picture for a template comes from an upload, an address or a meme that exists', async () => {
  const make = `mutation ($source: TemplatePictureSourceInput!) { makeTemplatePicture(input: { source: $source }) {
    __typename ... on JobTicket { job { id } joined } ... on Problem { code } ... on RequestProblem { field } } }`
  const asked = async (source: object) => (await askAsCurator(make, { source })).data.makeTemplatePicture
  const url = 'https://pictures.test/cat.png'
  const first = await asked({ url })
  expect(first).toMatchObject({ __typename: 'JobTicket', joined: false })
  expect(await asked({ url })).toMatchObject({ job: { id: first.job.id }, joined: true })
  expect(await asked({ url: 'ftp://pictures.test' })).toMatchObject({
    __typename: 'SourceProblem',
    code: 'URL_INVALID',
  })
  expect(await asked({ uploadId: randomUUID() })).toMatchObject({ code: 'UPLOAD_NOT_FOUND' })
  expect(await asked({ memeId: randomUUID() })).toMatchObject({ code: 'NOT_FOUND', field: 'source.memeId' })
  expect(await asked({ recurringUploadId: 'x' })).toMatchObject({
    code: 'NOT_FOUND',
    field: 'source.recurringUploadId',
  })
})

test('vectors: how many are there, and why not more', async () => {
  const status = `{ curation { vectors {
    pictures fingerprinted embedded clipModel clip clipAdvice failures { style reason template { template { slug } } } } } }`
  const [cat, brain] = await database().templatePicture.findMany({
    where: { template: { slug: { in: ['old-cat', 'big-brain'] } } },
    orderBy: { template: { slug: 'desc' } },
  })
  await database()
    .$executeRaw`insert into template_print (picture_id, version, print) values (${cat!.id}::uuid, 'v1', ''::bytea)`
  await database().$executeRaw`insert into template_undescribed (picture_id, kind, version, attempts, reason)
    values (${brain!.id}::uuid, 'recognition', 'v1', 3, 'The file is gone.')`
  expect((await askAsCurator(status)).data.curation.vectors).toEqual({
    pictures: 5,
    fingerprinted: 1,
    embedded: 0,
    clipModel: 'clip-vit-base-patch16',
    clip: 'UNKNOWN',
    clipAdvice: expect.stringContaining('No worker'),
    failures: [{ style: 'default', reason: 'The file is gone.', template: { template: { slug: 'big-brain' } } }],
  })
  const clip = { state: 'missing', model: 'clip-vit-base-patch16', missing: ['vision'], how: 'Run: npm run models' }
  await database().worker.create({
    data: {
      id: 'w',
      state: 'READY',
      host: 'h',
      pid: 1,
      queueIds: [],
      rssBytes: 1n,
      load: 0,
      models: { recognition: 'v2', clip },
    },
  })
  const { data } = await askAsCurator(status)
  expect(data.curation.vectors).toMatchObject({ fingerprinted: 0, clip: 'MISSING', clipAdvice: 'Run: npm run models' })
  const known = `{ curation { template(id: "old-cat") { duplicatesKnown pictures { fingerprinted embedded } } } }`
  const seen = async () => (await askAsCurator(known)).data.curation.template
  expect(await seen()).toEqual({ duplicatesKnown: false, pictures: [{ fingerprinted: false, embedded: false }] })
  await database().worker.update({ where: { id: 'w' }, data: { models: { recognition: 'v1', clip } } })
  expect(await seen()).toEqual({ duplicatesKnown: true, pictures: [{ fingerprinted: true, embedded: false }] })
})
