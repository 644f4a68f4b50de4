import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MemeClient, memeClient } from '../support/memeClient'
import { type Stack, startStack } from '../support/stack'

let stack: Stack
let client: MemeClient
let server: Server
let port: number
let asked = 0

beforeAll(async () => {
  server = createServer((_request, response) => {
    asked++
    response.end('secret')
  })
  server.listen(0)
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
  stack = await startStack()
  client = memeClient(stack.url)
})

afterAll(async () => {
  server.close()
  await stack?.stop()
})

test.each(['127.0.0.1', '127.1', '0x7f.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0'])(
  'nobody reaches a service on this machine as %s',
  async (host) => {
    const query = `mutation ($input: AnalyzePictureInput!) { analyzePicture(input: $input) { ... on JobTicket { job { state problem { code } } } } }`
    const input = { source: { url: `http://${host}:${port}/` }, waitMs: 30_000 }
    expect(await client.ask(query, { input })).toEqual({
      analyzePicture: { job: { state: 'FAILED', problem: { code: 'URL_FORBIDDEN' } } },
    })
    expect(asked).toBe(0)
  },
)
