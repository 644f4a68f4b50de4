import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect, test } from 'vitest'
import { needFreePort, wantedPort } from './port'

test('PORT is 3000 by default and has to be a port', () => {
  expect(wantedPort('8080')).toBe(8080)
  for (const text of ['http', '0', '65536', '80.5', '-1']) expect(() => wantedPort(text)).toThrow(`PORT is "${text}"`)
})

test('a taken port is named, with another one to try', async () => {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await expect(needFreePort(port, undefined)).rejects.toThrow(`Port ${port} is taken by another program`)
  server.close()
  await once(server, 'close')
  await needFreePort(port, undefined)
})
