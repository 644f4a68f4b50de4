import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiAdminToken } from '#e2e/support/api'
import { withTestStore } from '#e2e/support/testStore'
import { GET as figures } from '../api/performance/route'
import { GET as metrics } from '../metrics/route'

withTestStore()

// Settings are read once per process: this file is about the closed site. That the figures are open otherwise, the routes' own tests show.
process.env.MEMEZAP_MONITORING__PUBLIC_PERFORMANCE = 'false'

beforeAll(() => {
  process.env.MEMEZAP_ADMIN_TOKEN = apiAdminToken
})
afterAll(() => {
  delete process.env.MEMEZAP_ADMIN_TOKEN
})

const routes = [
  ['/api/performance', figures],
  ['/metrics', metrics],
] as const

test.each(routes)('monitoring.public_performance: false closes %s for who has no token', async (path, get) => {
  const ask = (headers: Record<string, string>) => get(new Request(`http://site.test${path}`, { headers }))
  const refused = await ask({})
  expect(refused.status).toBe(401)
  expect((await refused.json()).problem.code).toBe('NOT_SIGNED_IN')
  expect((await ask({ authorization: `Bearer ${apiAdminToken}` })).status).toBe(200)
  delete process.env.MEMEZAP_ADMIN_TOKEN
  expect((await (await ask({})).json()).problem.code).toBe('CURATION_OFF')
  process.env.MEMEZAP_ADMIN_TOKEN = apiAdminToken
})
