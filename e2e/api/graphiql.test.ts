import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { benchPicture } from '#scripts/bench/picture'
import { findChromium } from '../support/chromium'
import { memeClient } from '../support/memeClient'
import { type Stack, startStack } from '../support/stack'

let stack: Stack
let browser: Browser
let page: Page
const outside: string[] = []
const errors: string[] = []

beforeAll(async () => {
  ;[stack, browser] = await Promise.all([
    startStack({ worker: false }),
    chromium.launch({ executablePath: findChromium() }),
  ])
  page = await browser.newPage()
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.origin !== stack.url) outside.push(request.url())
  })
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
})

afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

const result = () => page.locator('.result-window').textContent()
const execute = () => page.getByRole('button', { name: /execute query/i }).click()

test('GraphiQL answers a query', async () => {
  await page.goto(`${stack.url}/api/graphql`)
  await execute()
  await expect.poll(result).toContain('AWAY')
})

test('GraphiQL shows what a subscription tells', async () => {
  const client = memeClient(stack.url)
  const { job } = await client.request(await client.upload(benchPicture(1, null)), ['seen live'])
  const query = `subscription { memeProgress(jobId: "${job!.id}") { state } }`
  await page.goto(`${stack.url}/api/graphql?query=${encodeURIComponent(query)}`)
  await execute()
  await expect.poll(result).toContain('QUEUED')
  await client.ask('mutation ($id: ID!) { cancelJob(id: $id) { __typename } }', { id: job!.id })
  await expect.poll(result).toContain('CANCELLED')
})

test('nothing was asked of another site, and nothing was refused', () => {
  expect(outside).toEqual([])
  expect(errors).toEqual([])
})
