import { readdir } from 'node:fs/promises'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { post } from '#e2e/support/api'
import { memegenFolder, unzipped, zipNamed, zipOf } from '#e2e/support/archive'
import { preparedPicture } from '#e2e/support/curatedTemplates'
import { withTestStore } from '#e2e/support/testStore'
import { database } from '#store/database'
import { putBytes, storageDirectory } from '#store/files'
import { saveTemplate } from '#store/templates/saveTemplate'
import { saveUpload } from '#store/uploads'
import { GET } from './export/route'
import { POST } from './import/route'

withTestStore()

// Read when the settings are first asked for.
const maxBytes = 300_000
const maxUnpacked = 1_000_000
const maxFiles = 20
process.env.MEMEZAP_LIMITS__MAX_ARCHIVE_BYTES = String(maxBytes)
process.env.MEMEZAP_LIMITS__MAX_UNPACKED_BYTES = String(maxUnpacked)
process.env.MEMEZAP_LIMITS__MAX_ARCHIVE_FILES = String(maxFiles)

const token = 'the token of these tests'
beforeEach(() => {
  process.env.MEMEZAP_ADMIN_TOKEN = token
})
afterAll(() => {
  delete process.env.MEMEZAP_ADMIN_TOKEN
})

const asCurator = { authorization: `Bearer ${token}`, 'x-memezap-actor': 'Ada' }
const site = 'http://site.test/api/admin/templates'

const send = (body: Buffer | ReadableStream | null, headers: Record<string, string> = asCurator) =>
  POST(new Request(`${site}/import`, { method: 'POST', headers, body, duplex: 'half' } as RequestInit))

async function kept(): Promise<number> {
  const found = await readdir(storageDirectory(), { recursive: true, withFileTypes: true })
  return found.filter((entry) => entry.isFile()).length
}

const manyFiles = () => Object.fromEntries(Array.from({ length: maxFiles + 1 }, (_, index) => [`x/${index}.png`, 'x']))

/** Begins as an archive does, and never ends. */
const endless = () =>
  new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(Buffer.from('PK\x03\x04')),
    pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
  })

const importMutation = `mutation ($input: ImportTemplatesInput!) { importTemplates(input: $input) {
  __typename
  ... on JobTicket { job { id kind state importReport { total } } }
  ... on Problem { code message }
  ... on RequestProblem { field }
} }`

async function importTemplates(input: object, headers: Record<string, string> = asCurator) {
  const response = await post(
    { query: importMutation, variables: { input } },
    { 'content-type': 'application/json', ...headers },
  )
  return ((await response.json()) as { data: { importTemplates: Record<string, unknown> } }).data.importTemplates
}

describe('an archive that is sent', () => {
  test('is looked at, kept for a while, and imported by its id', async () => {
    const bytes = await zipOf({ ...(await memegenFolder('one')), ...(await memegenFolder('two')) })
    const response = await send(bytes)
    expect(response.status).toBe(201)
    const answer = await response.json()
    expect(answer).toEqual({
      archiveId: expect.any(String),
      bytes: bytes.length,
      templates: 2,
      expiresAt: expect.any(String),
    })
    const ticket = await importTemplates({ archiveId: answer.archiveId, newState: 'PUBLISHED', licence: ' CC0 ' })
    expect(ticket).toMatchObject({
      __typename: 'JobTicket',
      job: { kind: 'IMPORT', state: 'QUEUED', importReport: null },
    })
    const { id } = ticket.job as { id: string }
    expect(await database().job.findUnique({ where: { id } })).toMatchObject({
      payload: { kind: 'IMPORT', newState: 'published', licence: 'CC0', dryRun: false, actor: 'Ada' },
    })
  })

  test.each<[string, () => Promise<Buffer>, string]>([
    ['that is no archive', async () => Buffer.from('%PDF-1.7 or so'), 'NOT_AN_ARCHIVE'],
    ['that is empty', async () => Buffer.alloc(0), 'EMPTY_FILE'],
    ['that is cut off', async () => (await zipOf({ a: 'x'.repeat(100) })).subarray(0, 60), 'ARCHIVE_DAMAGED'],
    ['that leads out of itself', () => zipNamed('../../config.yml'), 'ARCHIVE_UNSAFE'],
    ['that unpacks to too much', () => zipOf({ 'x/config.yml': Buffer.alloc(maxUnpacked + 1) }), 'ARCHIVE_TOO_LARGE'],
    ['of too many files', () => zipOf(manyFiles()), 'ARCHIVE_TOO_LARGE'],
    ['without templates', () => zipOf({ 'letter.txt': 'Dear all' }), 'NO_TEMPLATES_IN_ARCHIVE'],
    ['without anything', () => zipOf({}), 'NO_TEMPLATES_IN_ARCHIVE'],
  ])('%s is refused, and nothing of it stays', async (_what, make, code) => {
    const before = await kept()
    const response = await send(await make())
    expect((await response.json()).problem).toMatchObject({ code, message: expect.any(String) })
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(await kept()).toBe(before)
  })

  test('over the limit is refused as soon as it is passed, or announced', async () => {
    const announced = await send(Buffer.from('PK\x03\x04'), { ...asCurator, 'content-length': String(maxBytes + 1) })
    expect(announced.status).toBe(413)
    expect((await announced.json()).problem.code).toBe('ARCHIVE_TOO_LARGE')
    const before = await kept()
    const streamed = await send(endless())
    expect(streamed.status).toBe(413)
    expect((await streamed.json()).problem.code).toBe('ARCHIVE_TOO_LARGE')
    expect(await kept()).toBe(before)
  })

  test('by somebody who is no curator is not read', async () => {
    const response = await send(await zipOf(await memegenFolder('x')), {})
    expect(response.status).toBe(401)
    expect((await response.json()).problem.code).toBe('NOT_SIGNED_IN')
  })
})

test('an import needs a curator, an archive, and sensible input', async () => {
  expect(await importTemplates({ archiveId: 'x' }, {})).toMatchObject({ code: 'NOT_SIGNED_IN' })
  expect(await importTemplates({ archiveId: 'x' })).toMatchObject({
    __typename: 'SourceProblem',
    code: 'UPLOAD_NOT_FOUND',
  })
  const picture = await saveUpload(await putBytes('sources', Buffer.from('GIF89a')), 24)
  expect(await importTemplates({ archiveId: picture.id })).toMatchObject({ code: 'NOT_AN_ARCHIVE' })
  expect(await importTemplates({ archiveId: picture.id, newState: 'RETIRED' })).toMatchObject({ field: 'newState' })
  expect(await importTemplates({ archiveId: picture.id, licence: 'x'.repeat(501) })).toMatchObject({ field: 'licence' })
})

test('what an import did is for curators alone', async () => {
  const { archiveId } = await (await send(await zipOf(await memegenFolder('three')))).json()
  const { job } = (await importTemplates({ archiveId })) as { job: { id: string } }
  const folders = [{ folder: 'three', slug: 'three', outcome: 'created', reason: null, notUnderstood: ['a'] }]
  const importReport = { total: 3, dryRun: false, folders }
  await database().job.update({ where: { id: job.id }, data: { importReport } })
  const query = `{ job(id: "${job.id}") { importReport { total done dryRun created failed notUnderstood
    folders { folder outcome } failures: folders(outcome: FAILED) { folder } } } }`
  const asked = async (headers: Record<string, string>) =>
    (await (await post({ query }, { 'content-type': 'application/json', ...headers })).json()).data.job.importReport
  expect(await asked({})).toBeNull()
  expect(await asked(asCurator)).toEqual({
    total: 3,
    done: 1,
    dryRun: false,
    created: 1,
    failed: 0,
    notUnderstood: 1,
    folders: [{ folder: 'three', outcome: 'CREATED' }],
    failures: [],
  })
})

describe('the export', () => {
  const exported = (query: string, headers: Record<string, string> = asCurator) =>
    GET(new Request(`${site}/export${query}`, { headers }))

  test('is an archive of the templates that are asked for', async () => {
    const { sha256 } = await putBytes('sources', Buffer.from('GIF89a, more or less'))
    const picture = { style: 'default', ...preparedPicture('x'), sourceSha256: sha256 }
    for (const state of ['draft', 'retired'] as const) {
      const words = {
        slug: state,
        name: state,
        aliases: [],
        keywords: [state],
        description: state,
        boxes: [],
        source: '',
        licence: '',
      }
      await saveTemplate({ words, state, pictures: [picture], actor: 'test', action: 'create' })
    }
    const response = await exported('?state=retired')
    expect(response.headers.get('content-type')).toBe('application/zip')
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="memezap-templates-\d{4}-\d\d-\d\d\.zip"$/,
    )
    const namesIn = async (answer: Response) =>
      Object.keys(await unzipped(Buffer.from(await answer.arrayBuffer()))).sort()
    expect(await namesIn(response)).toEqual(['retired/config.yml', 'retired/default.gif'])
    expect(await namesIn(await exported('?tag=draft'))).toEqual(['draft/config.yml', 'draft/default.gif'])
    expect(await namesIn(await exported(''))).toHaveLength(4)
  })

  test('is for curators, and knows its states', async () => {
    expect((await exported('', {})).status).toBe(401)
    expect((await (await exported('?state=gone')).json()).problem).toMatchObject({ code: 'INPUT_INVALID' })
  })
})
