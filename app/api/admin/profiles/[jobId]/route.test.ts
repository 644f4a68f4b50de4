import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiAdminToken } from '#e2e/support/api'
import { withTestStore } from '#e2e/support/testStore'
import { profileFile, profilesDirectory } from '#store/sweepProfiles'
import { GET } from './route'

withTestStore()

beforeAll(() => {
  process.env.MEMEZAP_ADMIN_TOKEN = apiAdminToken
})
afterAll(() => {
  delete process.env.MEMEZAP_ADMIN_TOKEN
})

const get = (jobId: string, headers: Record<string, string> = { authorization: `Bearer ${apiAdminToken}` }) =>
  GET(new Request(`http://site.test/api/admin/profiles/${jobId}`, { headers }), { params: Promise.resolve({ jobId }) })

test('gives curators a job’s profile to save', async () => {
  const jobId = randomUUID()
  await mkdir(profilesDirectory(), { recursive: true })
  await writeFile(profileFile(jobId), '{"nodes":[]}')
  const response = await get(jobId)
  expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${jobId}.cpuprofile"`)
  expect(await response.json()).toEqual({ nodes: [] })
  expect((await get(jobId, {})).status).toBe(401)
})

test('there is none, and no other file', async () => {
  for (const jobId of [randomUUID(), '../../config.yaml', ''])
    expect((await (await get(jobId)).json()).problem.code).toBe('NOT_FOUND')
})
