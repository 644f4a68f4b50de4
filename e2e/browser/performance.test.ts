import { readFile } from 'node:fs/promises'
import pg from 'pg'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { phone } from '../support/browser'
import { captionedFile } from '../support/createPage'
import { signIn } from '../support/curatePage'
import { memeClient } from '../support/memeClient'
import { overflows, seriousFindings } from '../support/pageFaults'
import { stackAdminToken } from '../support/stack'
import { withSite } from '../support/withSite'

const site = withSite({ env: { MEMEZAP_ALERTS__NO_WORKERS_SECONDS: '1', MEMEZAP_ALERTS__CHECK_SECONDS: '1' } })

const heading = (page: Page) => page.getByRole('heading', { name: 'Performance', exact: true })
const health = (page: Page) => page.getByRole('region', { name: 'Health' })
const figures = (page: Page) => page.getByLabel('Key figures')
const range = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Time' }).getByRole('button', { name, exact: true })
const state = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words })
const query = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams)

async function openSignedIn(path = '', options: BrowserContextOptions = {}) {
  const opened = await site.browser.open(`/admin/performance${path}`, options)
  await signIn(opened.page, 'Robin', stackAdminToken)
  await heading(opened.page).waitFor()
  return opened
}

let seed = 900
async function makeMeme(): Promise<void> {
  const client = memeClient(site.stack.url)
  await client.generate(await client.upload(captionedFile(++seed, ['MEASURE', 'ME']).buffer), [`measured ${seed}`])
}

/** How many whole jobs the page says it counted. */
const jobsCounted = async (page: Page) => Number(/([\d,]+) jobs/.exec((await figures(page).textContent()) ?? '')?.[1])

/** How many there are. */
async function jobsInRows(): Promise<number> {
  const client = new pg.Client({ connectionString: site.stack.databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ jobs: number }>(
      'select count(distinct job.id)::int as jobs from job where finished_at is not null and started_at is not null and attempts > 0',
    )
    return rows[0]!.jobs
  } finally {
    await client.end()
  }
}

test('who is not signed in comes back to the same figures', async () => {
  const { page } = await openSignedIn('?range=6h&operation=ocr')
  expect(query(page)).toEqual({ range: '6h', operation: 'ocr' })
  expect(await range(page, '6 h').getAttribute('aria-pressed')).toBe('true')
  expect(await page.getByRole('combobox', { name: 'Operation' }).inputValue()).toBe('ocr')
  await page.getByRole('link', { name: 'Performance', exact: true }).waitFor()
})

test('whose sign-in has ended signs in again, and is back where they were', async () => {
  const { page } = await openSignedIn()
  await page.context().clearCookies()
  await range(page, '7 d').click()
  await signIn(page, 'Robin', stackAdminToken)
  await heading(page).waitFor()
  expect(query(page)).toEqual({ range: '7d' })
  await state(page, 'Live').waitFor()
})

test('an empty time says what to do, and fills by itself when a meme is made', async () => {
  const { page, complaints } = await openSignedIn()
  await page.getByRole('heading', { name: 'No jobs in this time' }).waitFor()
  await page.getByText('Make a meme, or choose a longer time').waitFor()
  await state(page, 'Live').waitFor()
  await health(page).getByText('Everything is working.').waitFor()
  await makeMeme()
  await figures(page).waitFor()
  await expect.poll(() => jobsCounted(page)).toBe(1)
  await page.getByRole('figure', { name: 'Jobs done' }).locator('.recharts-surface').waitFor()
  await page.getByRole('heading', { name: 'Stage by stage' }).waitFor()
  expect(complaints).toEqual([])
})

test('range and filters are in the address: they survive a reload, and Back leads to those before', async () => {
  const { page } = await openSignedIn()
  const asked = { range: '24h', warmth: 'cold', operation: 'ocr' }
  // As quick as can be: none of them is lost.
  await range(page, '24 h').click()
  await page.getByRole('combobox', { name: 'Cache' }).selectOption({ label: 'Cold only' })
  await page.getByRole('combobox', { name: 'Operation' }).selectOption({ label: 'Read its words' })
  await expect.poll(() => query(page)).toEqual(asked)
  // At a person's pace each is a step to go back to.
  await range(page, '1 h').click()
  await page.getByRole('button', { name: '1 h', pressed: true }).waitFor()
  await range(page, '24 h').click()
  await page.getByRole('button', { name: '24 h', pressed: true }).waitFor()
  await page.getByRole('heading', { name: 'Read its words: time taken' }).waitFor()
  await page.reload()
  await heading(page).waitFor()
  expect(await page.getByRole('combobox', { name: 'Cache' }).inputValue()).toBe('COLD')
  expect(await range(page, '24 h').getAttribute('aria-pressed')).toBe('true')
  await page.goBack()
  await page.getByRole('button', { name: '1 h', pressed: true }).waitFor()
  await page.goForward()
  await expect.poll(() => query(page)).toEqual(asked)
  await page.getByRole('combobox', { name: 'Operation' }).selectOption({ label: 'Whole jobs' })
  await page.getByRole('heading', { name: 'From taken to done' }).waitFor()
  // A stage in the table is a filter, too.
  await page.getByRole('button', { name: 'Open the picture' }).click()
  expect(query(page)).toMatchObject({ operation: 'decode' })
  await page.getByRole('button', { name: 'No filters' }).click()
  expect(query(page)).toEqual({ range: '24h' })
})

test('a time of one’s own is checked, and does not go on when it is over', async () => {
  const { page } = await openSignedIn()
  await page.getByRole('button', { name: 'From – to' }).click()
  const form = page.getByRole('form', { name: 'From – to' })
  await form.getByLabel('From').fill('2026-01-02T10:00')
  await form.getByLabel('To').fill('2026-01-01T10:00')
  await form.getByRole('button', { name: 'Show' }).click()
  await form.getByRole('alert').filter({ hasText: 'The end must be later than the beginning.' }).waitFor()
  const ended = new Date(Date.now() - 3_600_000).toISOString().slice(0, 16)
  await form.getByLabel('From').fill(new Date(Date.now() - 7_200_000).toISOString().slice(0, 16))
  await form.getByLabel('To').fill(ended)
  await form.getByRole('button', { name: 'Show' }).click()
  await state(page, 'A time that is over').waitFor()
  await page.getByRole('heading', { name: 'No jobs in this time' }).waitFor()
  expect(Object.keys(query(page))).toEqual(['from', 'to'])
})

test('tables and charts can be saved as CSV, and charts be read as tables', async () => {
  const { page } = await openSignedIn()
  const saved = async (name: string) => {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: `Save ${name} as CSV` }).click()
    const file = await download
    expect(file.suggestedFilename()).toMatch(new RegExp(`^memezap-${name}-.*\\.csv$`))
    return readFile(await file.path(), 'utf8')
  }
  const stages = await saved('stages')
  expect(stages).toMatch(/^\uFEFFstage,runs,p50 \(ms\),p95 \(ms\),p99 \(ms\),/)
  expect(stages).toMatch(/\r\nocr,\d+,[\d.]+,[\d.]+,/)
  const [head, ...steps] = (await saved('throughput')).trimEnd().split('\r\n')
  expect(head).toBe('\uFEFFfrom (UTC),done (jobs),failed (jobs),done (jobs per second),warm (jobs)')
  expect(steps.length).toBeGreaterThanOrEqual(60)
  expect(steps.reduce((sum, line) => sum + Number(line.split(',')[1]), 0)).toBe(await jobsCounted(page))
  await page.getByRole('region', { name: 'Jobs done' }).getByText('Show as table').click()
  await page
    .getByRole('region', { name: 'Jobs done, as a table' })
    .getByRole('columnheader', { name: 'Failed' })
    .waitFor()
})

test('a failed job is found by its reason and opens', async () => {
  const client = memeClient(site.stack.url)
  const { generateMeme } = await client.ask<{ generateMeme: { job: { id: string } } }>(
    `mutation { generateMeme(input: { source: { url: "http://10.1.2.3/x.png" }, captions: ["lost"] }) {
      ... on JobTicket { job { id } } } }`,
  )
  expect((await client.ended(generateMeme.job.id)).problem?.code).toBe('URL_FORBIDDEN')
  const { page } = await openSignedIn()
  const errors = page.getByRole('region', { name: 'Errors' })
  await errors.getByText('URL_FORBIDDEN').waitFor()
  await errors.getByText('the visitor’s, or the address’s').waitFor()
  await errors.getByRole('link', { name: generateMeme.job.id.slice(0, 8) }).click()
  await page.waitForURL(`**/admin/performance/jobs/${generateMeme.job.id}`)
})

test('a cut stream is told, and figures come by asking until it is back', async () => {
  const { page } = await openSignedIn()
  await state(page, 'Live').waitFor()
  const before = await jobsCounted(page)
  await page.route('**/api/graphql/stream', (route) => route.abort())
  // A new question needs a new stream.
  await range(page, '15 min').click()
  await state(page, 'Live connection cut').waitFor()
  await makeMeme()
  await expect.poll(() => jobsCounted(page)).toBeGreaterThan(before)
  await page.route('**/api/graphql', (route) => route.abort())
  // What judges health has a stream of its own, which is opened anew, too.
  await page.reload()
  await health(page).getByText('This page gets no answer from the site. What it shows is old.').waitFor()
  await state(page, 'No answer: trying again').waitFor()
  await page.unroute('**/api/graphql')
  await page.unroute('**/api/graphql/stream')
  await state(page, 'Live').waitFor()
  await health(page).getByText('Everything is working.').waitFor()
})

test('it can be held still', async () => {
  const { page } = await openSignedIn()
  await state(page, 'Live').waitFor()
  // Those of the tests before are all in: their rows come a moment after their memes.
  await expect.poll(() => jobsCounted(page)).toBe(await jobsInRows())
  const before = await jobsCounted(page)
  await page.getByRole('button', { name: 'Pause' }).click()
  await state(page, 'Paused').waitFor()
  await makeMeme()
  expect(await jobsCounted(page)).toBe(before)
  await page.getByRole('button', { name: 'Go on' }).click()
  await state(page, 'Live').waitFor()
  await expect.poll(() => jobsCounted(page)).toBe(before + 1)
})

test.each([
  { name: 'desktop, light', options: { colorScheme: 'light' } },
  { name: 'phone, dark', options: { ...phone, colorScheme: 'dark' } },
] as const)('on $name it is accessible and fits', { timeout: 180_000 }, async ({ options }) => {
  const { page } = await openSignedIn('', { ...options, reducedMotion: 'reduce' })
  await page.locator('.recharts-surface').first().waitFor()
  await page.getByRole('button', { name: 'From – to' }).click()
  expect(await seriousFindings(page)).toEqual([])
  expect(await overflows(page)).toBe(false)
  await page.goto(`${site.stack.url}/admin/performance?from=2026-01-01&to=2026-01-02`)
  await page.getByRole('heading', { name: 'No jobs in this time' }).waitFor()
  expect(await seriousFindings(page)).toEqual([])
  expect(await overflows(page)).toBe(false)
})

test('the page where memes are made does not load charts', async () => {
  const scripts: Promise<string>[] = []
  const { page } = await site.browser.open('/about:blank')
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.text())
  })
  await page.goto(site.stack.url)
  await page.waitForLoadState('networkidle')
  const loaded = await Promise.all(scripts)
  expect(loaded.length).toBeGreaterThan(0)
  expect(loaded.filter((script) => script.includes('recharts'))).toEqual([])
})

test('a worker that is gone is the first thing it says', { timeout: 180_000 }, async () => {
  const { page } = await openSignedIn()
  await health(page).getByText('1 ready').waitFor()
  await site.stack.killWorker()
  await health(page)
    .getByText(/^Something is broken\. Worker: none is there/)
    .waitFor({ timeout: 45_000 })
  await page
    .getByRole('list', { name: 'Alerts now' })
    .getByText('No worker has been ready')
    .waitFor({ timeout: 45_000 })
  await site.stack.startWorker()
  await health(page).getByText('1 ready').waitFor()
})
