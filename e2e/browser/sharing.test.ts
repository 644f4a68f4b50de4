import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { benchPicture } from '#scripts/bench/picture'
import { phone } from '../support/browser'
import { memeClient } from '../support/memeClient'
import { withSite } from '../support/withSite'

const site = withSite()

/** The page of a finished meme, on a phone whose share sheet its owner closes. */
async function memePage(seed: number): Promise<Page> {
  const client = memeClient(site.stack.url)
  const { job } = await client.request(await client.upload(benchPicture(seed, null)), [`share ${seed}`])
  const { meme } = await client.ended(job!.id)
  const { page } = await site.browser.open('/', { ...phone, permissions: ['clipboard-read', 'clipboard-write'] })
  await page.addInitScript(() => {
    navigator.share = () => Promise.reject(new DOMException('The person closed the sheet', 'AbortError'))
  })
  await page.goto(`${site.stack.url}/memes/${meme!.id}`)
  await page.getByRole('button', { name: 'Share' }).waitFor()
  return page
}

/** Those that can be closed; Next's own line for screen readers has the same role. */
const notes = (page: Page) => page.getByRole('alert').filter({ has: page.getByRole('button') })

test('a picture is copied', async () => {
  const page = await memePage(31)
  await page.getByRole('button', { name: 'Copy picture' }).click()
  await notes(page).getByText('The picture is on the clipboard.').waitFor()
  const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types))
  expect(types).toContain('image/png')
})

test('a picture that cannot be loaded is said to be that, not blamed on the browser', async () => {
  const page = await memePage(32)
  await page.route('**/images/**', (route) => route.abort())
  for (const name of ['Copy picture', 'Share']) {
    await page.getByRole('button', { name }).click()
    await notes(page).getByText('The picture could not be loaded. Check the connection and try again.').waitFor()
    await notes(page).getByRole('button').click()
    await notes(page).waitFor({ state: 'detached' })
  }
})

test('a closed share sheet needs no words', async () => {
  const page = await memePage(33)
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('button', { name: 'Copy link' }).click()
  await notes(page).getByText('The link is on the clipboard.').waitFor()
  expect(await notes(page).count()).toBe(1)
})
