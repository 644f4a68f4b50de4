import { afterAll, beforeAll, expect, test } from 'vitest'
import { benchPicture } from '#scripts/bench/picture'
import { type MemeClient, memeClient } from '../support/memeClient'
import { type Stack, stackAdminToken, startStack } from '../support/stack'

let stack: Stack
let client: MemeClient
let cookie: string

beforeAll(async () => {
  stack = await startStack()
  client = memeClient(stack.url)
})
afterAll(() => stack?.stop())

const signIn = (token: string, headers: Record<string, string> = {}) =>
  fetch(`${stack.url}/api/admin/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ token, name: 'Ada' }),
  })

/** One operation as a page of this site sends it for somebody who is signed in. */
async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const response = await fetch(`${stack.url}/api/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: stack.url, cookie },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = (await response.json()) as { data: T; errors?: unknown }
  expect(errors).toBeUndefined()
  return data
}

const changed = 'id version state missing { field } pictures { id frames image { url } } template { slug name }'
const result = `__typename ... on TemplateCurated { template { ${changed} } } ... on Problem { code message }`

interface Curated {
  readonly template: {
    readonly id: string
    readonly version: number
    readonly state: string
    readonly pictures: readonly { readonly image: { readonly url: string } }[]
  }
}

test('a curator signs in, makes a template of an upload, publishes it, and a meme is made with it', async () => {
  const signedIn = await signIn(stackAdminToken)
  expect(signedIn.status).toBe(200)
  cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!

  const make = `mutation ($input: MakeTemplatePictureInput!) { makeTemplatePicture(input: $input) {
    ... on JobTicket { job { id state templatePicture { frames image { width height } thumbnail { width } } } }
    ... on Problem { code message } } }`
  const uploadId = await client.upload(benchPicture(11, ['WORDS TO', 'TAKE OFF']))
  const prepared = await ask<{ makeTemplatePicture: { job: { id: string } } }>(make, {
    input: { source: { uploadId }, withoutWords: true, waitMs: 30_000 },
  })
  expect(prepared.makeTemplatePicture.job).toMatchObject({
    state: 'DONE',
    templatePicture: { frames: 1, image: { width: 1024, height: 768 }, thumbnail: { width: 480 } },
  })

  const { createTemplate } = await ask<{ createTemplate: Curated }>(
    `mutation ($input: CreateTemplateInput!) { createTemplate(input: $input) { ${result} } }`,
    { input: { pictureJobId: prepared.makeTemplatePicture.job.id, name: 'Circles' } },
  )
  const { id, pictures } = createTemplate.template
  expect((await fetch(stack.url + pictures[0]!.image.url)).status).toBe(200)

  const words = {
    description: 'Some circles.',
    boxes: [{ box: { x: 0.1, y: 0.05, width: 0.8, height: 0.3 } }],
    source: 'made by a test',
    licence: 'MIT',
  }
  const { updateTemplate } = await ask<{ updateTemplate: Curated }>(
    `mutation ($input: UpdateTemplateInput!) { updateTemplate(input: $input) { ${result} } }`,
    { input: { id, expectedVersion: 1, ...words } },
  )
  expect(updateTemplate.template).toMatchObject({ version: 2, state: 'DRAFT', missing: [] })
  const { setTemplateState } = await ask<{ setTemplateState: Curated }>(
    `mutation ($input: SetTemplateStateInput!) { setTemplateState(input: $input) { ${result} } }`,
    { input: { id, expectedVersion: 2, state: 'PUBLISHED' } },
  )
  expect(setTemplateState.template.state).toBe('PUBLISHED')

  const generate = `mutation ($input: GenerateMemeInput!) { generateMeme(input: $input) {
    ... on JobTicket { job { state } } ... on Problem { code message } } }`
  const meme = await client.ask<{ generateMeme: { job: { state: string } } }>(generate, {
    input: { source: { templateId: 'circles' }, captions: ['made with it'], waitMs: 30_000 },
  })
  expect(meme.generateMeme.job.state).toBe('DONE')
})

test('an address that a template had before leads to the one it has now', async () => {
  const update = `mutation ($input: UpdateTemplateInput!) { updateTemplate(input: $input) { ${result} } }`
  const { curation } = await ask<{ curation: { template: { id: string; version: number } } }>(
    '{ curation { template(id: "circles") { id version } } }',
  )
  const { id, version } = curation.template
  await ask(update, { input: { id, expectedVersion: version, slug: 'rings' } })
  const response = await fetch(`${stack.url}/templates/circles`, { redirect: 'manual' })
  expect([response.status, response.headers.get('location')]).toEqual([307, '/templates/rings'])
})

test('nobody else gets in, whatever address they say they come from', async () => {
  const stranger = await fetch(`${stack.url}/api/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://evil.test', cookie },
    body: JSON.stringify({ query: '{ curation { counts { draft } } }' }),
  })
  const { errors } = (await stranger.json()) as { errors: { extensions: { code: string } }[] }
  expect(errors[0]!.extensions.code).toBe('FOREIGN_ORIGIN')

  const statuses: number[] = []
  for (let index = 0; index < 11; index += 1) {
    const address = `198.51.100.${index}`
    const guess = await signIn('a guess like any other', { 'x-forwarded-for': address, 'x-memezap-peer': address })
    statuses.push(guess.status)
  }
  expect(statuses).toEqual([...Array(10).fill(401), 429])
  expect((await signIn(stackAdminToken)).headers.get('retry-after')).toMatch(/^\d+$/)
})

test('signing out takes the cookie away', async () => {
  const response = await fetch(`${stack.url}/api/admin/session`, { method: 'DELETE', headers: { origin: stack.url } })
  expect(response.status).toBe(204)
  expect(response.headers.get('set-cookie')).toMatch(/^memezap_curator=; .*Max-Age=0/)
})
