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

const get = (
  jobId: string,
  query = '',
  headers: Record<string, string> = { authorization: `Bearer ${apiAdminToken}` },
) =>
  GET(new Request(`http://site.test/api/admin/profiles/${jobId}${query}`, { headers }), {
    params: Promise.resolve({ jobId }),
  })

test('gives curators a job’s profile to save', async () => {
  const jobId = randomUUID()
  await mkdir(profilesDirectory(), { recursive: true })
  await writeFile(profileFile(jobId), '{"nodes":[]}')
  const response = await get(jobId)
  expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${jobId}.main.cpuprofile"`)
  expect(await response.json()).toEqual({ nodes: [] })
  await writeFile(profileFile(jobId, 'thread2'), '{"nodes":[2]}')
  expect(await (await get(jobId, '?thread=thread2')).json()).toEqual({ nodes: [2] })
  for (const query of ['?thread=thread3', '?thread=..', '?thread=../main'])
    expect((await get(jobId, query)).status).toBe(404)
  expect((await get(jobId, '', {})).status).toBe(401)
})

test('there is none, and no other file', async () => {
  for (const jobId of [randomUUID(), '../../config.yaml', ''])
    expect((await (await get(jobId)).json()).problem.code).toBe('NOT_FOUND')
})
