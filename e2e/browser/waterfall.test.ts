import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { phone } from '../support/browser'
import { captionedFile } from '../support/createPage'
import { adminToken, signIn } from '../support/curatePage'
import { type JobState, memeClient } from '../support/memeClient'
import { overflows, seriousFindings } from '../support/pageFaults'
import { withSite } from '../support/withSite'

const site = withSite({ env: { MEMEZAP_ADMIN_TOKEN: adminToken } })

async function curator(path: string, options: BrowserContextOptions = {}) {
  const opened = await site.browser.open('/admin', { reducedMotion: 'reduce', ...options })
  await signIn(opened.page, 'Robin')
  await opened.page.getByText('Signed in as Robin').waitFor()
  await opened.page.goto(`${site.stack.url}${path}`)
  return opened
}

async function madeMeme(seed: number, words = 'where did it go'): Promise<JobState> {
  const client = memeClient(site.stack.url)
  return client.generate(await client.upload(captionedFile(seed, ['THE OLD', 'WORDS']).buffer), [words])
}

/** Keeps how a page looks, for whoever wants to see. */
async function screenshot(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS
  if (folder) await page.screenshot({ path: `${folder}/job-${name}.png`, fullPage: true })
}

const stage = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name })

test('a curator goes from a meme to where its time went; for others there is no way', async () => {
  const job = await madeMeme(301)
  const { page, complaints } = await curator(`/memes/${job.meme!.id}`)
  await page.getByRole('link', { name: 'Where its time went' }).click()
  await page.waitForURL(`**/admin/performance/jobs/${job.id}`)
  await page.getByRole('heading', { name: 'Where the time went' }).waitFor()
  await expect.poll(() => stage(page, 'Read its words').textContent()).toMatch(/took .*ms.*not in the cache.*px.*CPU/)
  expect(await stage(page, 'Open the picture').textContent()).toMatch(/kB in.*MB out.*memory/)
  expect(
    (await stage(page, 'Wait in the queue').count()) +
      ((await page.getByLabel('Leave the wait out').isChecked()) ? 1 : 0),
  ).toBe(1)
  expect(await page.getByText('Done', { exact: true }).count()).toBe(1)
  await page.getByRole('link', { name: /Its meme/ }).click()
  await page.getByRole('heading', { name: 'where did it go' }).waitFor()
  expect(complaints).toEqual([])

  const stranger = await site.browser.open(`/memes/${job.meme!.id}`)
  expect(await stranger.page.getByRole('link', { name: 'Where its time went' }).count()).toBe(0)
  await stranger.page.goto(`${site.stack.url}/admin/performance/jobs/${job.id}`)
  await stranger.page.getByRole('button', { name: 'Sign in' }).waitFor()
})

test('the next job is profiled on request, and its files are on its page', async () => {
  const before = await madeMeme(302)
  const { page } = await curator(`/admin/performance/jobs/${before.id}`)
  await page.getByText('This job was not profiled').waitFor()
  await page.getByRole('button', { name: 'Profile the next job' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('The next job that a worker takes will be profiled.').waitFor()
  const profiled = await madeMeme(303)
  await page.goto(`${site.stack.url}/admin/performance/jobs/${profiled.id}`)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Main thread' }).click(),
  ])
  expect(file.suggestedFilename()).toBe(`${profiled.id}.main.cpuprofile`)
})

test('a job that failed says why, and in which stage', async () => {
  const client = memeClient(site.stack.url)
  const uploadId = await client.upload(captionedFile(304, null).buffer)
  const { generateMeme } = await client.ask<{ generateMeme: { job: JobState } }>(
    `mutation ($id: ID!) { generateMeme(input: { source: { uploadId: $id }, captions: ["new"], mode: REPLACE_TEXT }) {
      ... on JobTicket { job { id } } } }`,
    { id: uploadId },
  )
  await client.ended(generateMeme.job.id)
  const { page } = await curator(`/admin/performance/jobs/${generateMeme.job.id}`)
  await page.getByText('Failed: NO_TEXT_TO_REPLACE').waitFor()
  expect(await stage(page, 'Decide what goes').textContent()).toContain('No words were found on the picture')
  expect(await page.getByText('Failed', { exact: true }).count()).toBe(1)
})

test('jobs that stood in line for the text reader say so, and for how long', async () => {
  const client = memeClient(site.stack.url)
  const uploads = await Promise.all(
    [321, 322, 323, 324, 325, 326].map((seed) => client.upload(captionedFile(seed, ['STAND', 'IN LINE']).buffer)),
  )
  const jobs = await Promise.all(uploads.map((id) => client.generate(id, ['who was first?'])))
  // One is read at a time: the one that ended last has waited.
  const { page } = await curator('/')
  const inLine: string[] = []
  for (const { id } of jobs) {
    await page.goto(`${site.stack.url}/admin/performance/jobs/${id}`)
    await page.getByRole('heading', { name: 'Where the time went' }).waitFor()
    if (!/[\d.]+ m?s in line/.test((await stage(page, 'Read its words').textContent()) ?? '')) continue
    inLine.push(id)
    await screenshot(page, 'in-line')
  }
  expect(inLine).not.toEqual([])
})

test('a job that waits and runs is followed to its end', async () => {
  await site.stack.killWorker('SIGTERM')
  const client = memeClient(site.stack.url)
  const { job } = await client.request(await client.upload(captionedFile(305, null).buffer), ['soon'])
  const { page } = await curator(`/admin/performance/jobs/${job!.id}`)
  await page.getByText('It waits for a worker').waitFor()
  await site.stack.startWorker()
  await page.getByRole('heading', { name: 'Where the time went' }).waitFor()
  expect(await page.getByRole('switch', { name: 'Leave the wait out' }).isChecked()).toBe(true)
  await page.getByRole('switch', { name: 'Leave the wait out' }).focus()
  await page.keyboard.press('Space')
  await stage(page, 'Wait in the queue').waitFor()
})

test.each(['00000000-0000-4000-8000-000000000000', 'no-id'])('%s leads to words and a way on', async (id) => {
  const { page } = await curator(`/admin/performance/jobs/${id}`)
  await page.getByRole('heading', { name: 'Nothing is known of this job' }).waitFor()
  await page.goto(`${site.stack.url}/admin/performance/memes/${id}`)
  await page.getByRole('link', { name: 'All of performance' }).waitFor()
})

describe.each([
  { name: 'desktop, light', options: { colorScheme: 'light' } },
  { name: 'desktop, dark', options: { colorScheme: 'dark' } },
  { name: 'phone, light', options: { ...phone, colorScheme: 'light' } },
  { name: 'phone, dark', options: { ...phone, colorScheme: 'dark' } },
] as const)('on $name', ({ name, options }) => {
  test('the page is accessible and fits', async () => {
    const job = await madeMeme(310 + name.length)
    const { page } = await curator(`/admin/performance/jobs/${job.id}`, options)
    await page.getByRole('heading', { name: 'Where the time went' }).waitFor()
    expect(await seriousFindings(page)).toEqual([])
    expect(await overflows(page)).toBe(false)
    await screenshot(page, name.replace(', ', '-'))
  })
})
