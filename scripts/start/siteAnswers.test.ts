import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { SetupProblem } from '#scripts/setupProblem'
import { siteAnswers } from './siteAnswers'

const never = new AbortController().signal

/** A site that gives these statuses, the last of them for ever; without any it never answers. */
async function site(...statuses: number[]): Promise<string> {
  const server = createServer((_request, response) => {
    const status = statuses.length > 1 ? statuses.shift() : statuses[0]
    if (status) response.writeHead(status).end('x')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('waits until the site answers well', async () => {
  await siteAnswers(await site(500, 503, 200), never)
})

test('gives up with the last answer', async () => {
  const late = siteAnswers(await site(503), never, 300)
  await expect(late).rejects.toThrow(SetupProblem)
  await expect(late).rejects.toThrow('it answered 503')
})

test('gives up on a site that takes requests and says nothing', async () => {
  await expect(siteAnswers(await site(), never, 300)).rejects.toThrow('gave no answer')
})

test('ends in peace when it is stopped', async () => {
  const stop = new AbortController()
  const waiting = siteAnswers(await site(), stop.signal)
  stop.abort()
  await waiting
})
