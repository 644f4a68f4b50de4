import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { apiAdminToken, ask, askAsCurator, post, stream } from '#e2e/support/api'
import { pictureJob, savedTemplate } from '#e2e/support/curatedTemplates'
import { withTestStore } from '#e2e/support/testStore'
import { database } from '#store/database'
import { SESSION_COOKIE, signSession } from '../../admin/session'

withTestStore()

beforeAll(async () => {
  await savedTemplate('secret-draft')
})

beforeEach(async () => {
  process.env.MEMEZAP_ADMIN_TOKEN = apiAdminToken
  await database().adminAttempt.deleteMany()
})
afterEach(() => {
  delete process.env.MEMEZAP_ADMIN_TOKEN
})

const counts = '{ curation { curator { name } counts { draft published retired } } }'
const session = '{ curatorSession { available howTo curator { name } } }'
const allowed = { curation: { curator: { name: 'Ada' }, counts: { draft: 1, published: 0, retired: 0 } } }
const deletion = `mutation { deleteDraft(input: { id: "none", expectedVersion: 1 }) {
  __typename ... on RequestProblem { code } } }`

const json = { 'content-type': 'application/json' }
const cookieOf = (name: string, token = apiAdminToken, now = new Date()) =>
  `theme=dark; ${SESSION_COOKIE}=${signSession({ name }, token, now)}`

async function asked(query: string, headers: Record<string, string>) {
  return (await post({ query }, { ...json, host: 'site.test', ...headers })).json()
}
const own = { origin: 'http://site.test' }

describe('a curator', () => {
  test('comes in by the token, with a name for the history', async () => {
    expect((await askAsCurator(counts)).data).toEqual(allowed)
    const nameless = await asked(counts, { authorization: `bearer ${apiAdminToken}` })
    expect(nameless.data.curation.curator.name).toBe('API')
    const zoe = await askAsCurator(counts, {}, Buffer.from('Zoë 猫').toString('latin1'))
    expect(zoe.data.curation.curator.name).toBe('Zoë 猫')
    expect((await askAsCurator(counts, {}, ' ')).errors?.[0]?.extensions.code).toBe('INPUT_INVALID')
  })

  test('comes in by the cookie of a sign-in, from this site’s own pages', async () => {
    expect((await asked(counts, { cookie: cookieOf('Ada'), ...own })).data).toEqual(allowed)
    expect((await asked(counts, { cookie: cookieOf('Ada'), 'sec-fetch-site': 'same-origin' })).data).toEqual(allowed)
    expect((await asked(session, { cookie: cookieOf('Ada'), ...own })).data.curatorSession).toEqual({
      available: true,
      howTo: null,
      curator: { name: 'Ada' },
    })
  })

  test('is heard over server-sent events, too', async () => {
    const { value } = await stream(counts, {}, { cookie: cookieOf('Ada'), ...own, host: 'site.test' }).next()
    expect(value).toEqual({ data: allowed })
    const stranger = (await stream(counts).next()).value
    expect(stranger.errors[0].extensions.code).toBe('NOT_SIGNED_IN')
  })
})

describe('nobody else', () => {
  const twelveHoursAgo = new Date(Date.now() - 12 * 3_600_000)
  test.each<[string, Record<string, string>]>([
    ['NOT_SIGNED_IN', {}],
    ['NOT_SIGNED_IN', { cookie: cookieOf('Eve', 'another token than ours'), ...own }],
    ['NOT_SIGNED_IN', { cookie: cookieOf('Ada', apiAdminToken, twelveHoursAgo), ...own }],
    ['NOT_SIGNED_IN', { cookie: `${SESSION_COOKIE}=nonsense`, ...own }],
    ['FOREIGN_ORIGIN', { cookie: cookieOf('Ada'), origin: 'http://evil.test' }],
    ['FOREIGN_ORIGIN', { cookie: cookieOf('Ada'), 'sec-fetch-site': 'same-site', ...own }],
    ['FOREIGN_ORIGIN', { cookie: cookieOf('Ada') }],
    ['WRONG_TOKEN', { authorization: 'Bearer a token like any other' }],
  ])('comes in: %s', async (code, headers) => {
    const { data, errors } = await asked(counts, headers)
    expect(data).toBeNull()
    expect(errors[0].extensions.code).toBe(code)
    const answer = await asked(deletion, headers)
    expect(answer.data.deleteDraft).toEqual({ __typename: 'RequestProblem', code })
  })

  test('comes in while no token is set; the answer says how to set one', async () => {
    delete process.env.MEMEZAP_ADMIN_TOKEN
    expect((await ask(counts)).errors?.[0]?.extensions.code).toBe('CURATION_OFF')
    expect((await ask(session)).data.curatorSession).toEqual({
      available: false,
      howTo: expect.stringContaining('MEMEZAP_ADMIN_TOKEN'),
      curator: null,
    })
  })

  test('guesses the token: a request counts once, and the eleventh is refused', async () => {
    const many = `{ ${['a', 'b', 'c'].map((name) => `${name}: curation { curator { name } }`).join(' ')} }`
    const codes: string[] = []
    for (let index = 0; index < 11; index += 1) {
      const { errors } = await asked(many, { authorization: `Bearer guess number ${index} of many` })
      codes.push(errors[0].extensions.code)
    }
    expect(codes).toEqual([...Array(10).fill('WRONG_TOKEN'), 'TOO_MANY_ATTEMPTS'])
  })

  test('sees drafts, or pictures on their way into one', async () => {
    const jobId = await pictureJob('on its way')
    const query = `{ template(slug: "secret-draft") { slug } templates { edges { node { slug } } }
      job(id: "${jobId}") { kind state templatePicture { frames } } }`
    expect((await ask(query)).data).toEqual({
      template: null,
      templates: { edges: [] },
      job: { kind: 'TEMPLATE_PICTURE', state: 'DONE', templatePicture: null },
    })
    const { data } = await askAsCurator(query)
    expect(data.job.templatePicture).toEqual({ frames: 1 })
  })
})
