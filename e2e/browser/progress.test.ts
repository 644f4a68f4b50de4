import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { captionedFile, chooseFile, fields, resultTitle, zap } from '../support/createPage'
import { withSite } from '../support/withSite'

const site = withSite({
  env: { MEMEZAP_QUEUE__HEARTBEAT_SECONDS: '0.5', MEMEZAP_QUEUE__DEAD_AFTER_SECONDS: '2' },
})

/** An analysed picture with words typed, ready to be asked for. */
async function ready(seed: number): Promise<Page> {
  const { page } = await site.browser.open('/')
  await chooseFile(page, captionedFile(seed, ['BEFORE IT', 'IS MADE']))
  await page.getByText('Words found in 2 places').waitFor()
  await fields(page).first().fill(`words ${seed}`)
  return page
}

test('cancelling stops the job and keeps what was typed', async () => {
  const page = await ready(21)
  await site.stack.killWorker()
  await zap(page).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByText('Stopped. Everything you typed is still here.').waitFor()
  expect(await fields(page).first().inputValue()).toBe('words 21')
  await site.stack.startWorker()
  await zap(page).click()
  await resultTitle(page).waitFor()
})

test('a worker that is away is told, and the picture goes on when it is back', async () => {
  const page = await ready(22)
  await site.stack.killWorker()
  await zap(page).click()
  await page.getByText('The picture worker is away just now.').waitFor()
  await site.stack.startWorker()
  await resultTitle(page).waitFor()
  await page.getByText('The picture worker is away just now.').waitFor({ state: 'detached' })
})

test('a meme can be asked for before its picture is read', async () => {
  await site.stack.killWorker()
  const { page } = await site.browser.open('/')
  await chooseFile(page, captionedFile(25, ['NOBODY READS', 'THIS YET']))
  await page.getByText('Waiting for a free hand').waitFor()
  await fields(page).first().fill('early bird')
  await zap(page).click()
  await page.getByRole('button', { name: 'Cancel' }).waitFor()
  await site.stack.startWorker()
  await resultTitle(page).waitFor()
  await page.getByText('Found on the picture: “NOBODY READS”, “THIS YET”.').waitFor()
})

test('a stream that is cut is bridged by asking, and taken up again', async () => {
  const page = await ready(23)
  await site.stack.killWorker()
  let streams = 0
  let polls = 0
  await page.route('**/api/graphql/stream', (route) => {
    streams++
    return route.abort()
  })
  page.on('request', (request) => {
    if (request.postData()?.includes('query JobById')) polls++
  })
  await zap(page).click()
  await page.getByText('Reconnecting…').waitFor()
  await expect.poll(() => polls).toBeGreaterThan(0)
  await expect.poll(() => streams, { timeout: 10_000 }).toBeGreaterThan(1)

  await page.unroute('**/api/graphql/stream')
  await page.getByText('Reconnecting…').waitFor({ state: 'detached' })
  // From here on asking gets no answer (a stream that is silent for seconds is asked after): the stream alone tells the end.
  await page.route('**/api/graphql', (route) =>
    route.request().postData()?.includes('query JobById') ? route.abort() : route.continue(),
  )
  await site.stack.startWorker()
  await resultTitle(page).waitFor()
})

test('a job ends through asking alone, when no stream ever opens', async () => {
  const page = await ready(24)
  await page.route('**/api/graphql/stream', (route) => route.abort())
  await zap(page).click()
  await resultTitle(page).waitFor()
})
