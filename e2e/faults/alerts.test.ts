import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stack, stackAdminToken, startStack } from '../support/stack'

/** What came to the webhook. */
const told: { text: string; event: string; alert: { kind: string } }[] = []
const receiver = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  told.push(JSON.parse(Buffer.concat(chunks).toString('utf8')))
  response.end()
})

let stack: Stack
beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  const { port } = receiver.address() as AddressInfo
  // Short silences, so that the test is quick: the worker has to be there before anybody looks.
  stack = await startStack({
    worker: 'first',
    env: {
      ALERT_WEBHOOK_URL: `http://127.0.0.1:${port}/`,
      MEMEZAP_ALERTS__NO_WORKERS_SECONDS: '1',
      MEMEZAP_ALERTS__CHECK_SECONDS: '0.5',
      MEMEZAP_QUEUE__HEARTBEAT_SECONDS: '0.5',
      MEMEZAP_QUEUE__DEAD_AFTER_SECONDS: '2',
    },
  })
})
afterAll(async () => {
  await stack?.stop()
  receiver.close()
})

test('when all workers are dead the site tells', async () => {
  await stack.killWorker()
  await expect.poll(() => told, { timeout: 90_000 }).toHaveLength(1)
  expect(told[0]).toMatchObject({ event: 'opened', alert: { kind: 'NO_WORKERS_SECONDS' } })
  expect(told[0]!.text).toContain('No worker has been ready')
  const response = await fetch(`${stack.url}/api/performance`, {
    headers: { authorization: `Bearer ${stackAdminToken}` },
  })
  const { alerts } = (await response.json()) as { alerts: { kind: string; openingSentAt: string | null }[] }
  expect(alerts).toEqual([expect.objectContaining({ kind: 'NO_WORKERS_SECONDS', openingSentAt: expect.any(String) })])
})
