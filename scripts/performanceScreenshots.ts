/**
 * `npx tsx scripts/performanceScreenshots.ts`: starts everything with a database full of plausible figures, makes some memes, and writes what the
 * performance page and a job's page look like into docs/screenshots; with `--all --out DIR` whole pages, its other looks, and how it looks in trouble.
 */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { BrowserContextOptions, Page } from 'playwright-core'
import sharp from 'sharp'
import { phone, startBrowser } from '#e2e/support/browser'
import { captionedFile } from '#e2e/support/createPage'
import { signIn } from '#e2e/support/curatePage'
import { startDatabaseServer } from '#e2e/support/databaseServer'
import { type MemeClient, memeClient } from '#e2e/support/memeClient'
import { stackAdminToken, startStack } from '#e2e/support/stack'
import { closeDatabase } from '#store/database'
import { rollUp } from '#store/performance/rollUp'
import { fillRows, fillSamples } from './bench/performance/fillRows'

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'docs/screenshots' },
    all: { type: 'boolean', default: false },
    rows: { type: 'string', default: '400000' },
  },
})

interface Look {
  readonly name: string
  /** Of the page's address, after `/admin/performance`. */
  readonly path: string
  readonly options: BrowserContextOptions
  /** Of the picture for the docs, in pixels, or all of the page; without it a look is for `--all` only. */
  readonly height?: number | 'all'
}

const looks: readonly Look[] = [
  { name: 'performance', path: '?range=24h', options: { colorScheme: 'light' }, height: 1_480 },
  { name: 'performance-phone', path: '?range=24h', options: { ...phone, colorScheme: 'dark' }, height: 1_600 },
  { name: 'performance-dark', path: '?range=7d', options: { colorScheme: 'dark' } },
  { name: 'performance-hour', path: '', options: { colorScheme: 'light' } },
  { name: 'performance-ocr', path: '?range=6h&operation=ocr', options: { ...phone, colorScheme: 'light' } },
  { name: 'performance-empty', path: '?from=2026-01-01&to=2026-01-02', options: { colorScheme: 'light' } },
  { name: 'performance-month', path: '?range=30d&warmth=cold', options: { colorScheme: 'dark' } },
]

const charts = (page: Page) => page.locator('.recharts-surface').nth(1).waitFor()
const emptyNote = (page: Page) => page.getByRole('heading', { name: 'No jobs in this time' }).waitFor()
const alerts = (page: Page) => page.getByRole('list', { name: 'Alerts now' }).getByText('No worker').waitFor()

const stages = (page: Page) => page.getByText('Save the meme').waitFor()

/** Some memes, the last four at once. @returns the job that was last in line */
async function makeMemes(client: MemeClient): Promise<string> {
  for (const seed of [1, 2, 3]) {
    const upload = await client.upload(captionedFile(seed, ['LOOK AT', 'ALL OF IT']).buffer)
    await client.generate(upload, [`meme ${seed}`])
    await client.generate(upload, [`once more ${seed}`])
  }
  const pictures = [5, 6, 7, 8].map((seed) => client.upload(captionedFile(seed, ['ALL', 'AT ONCE']).buffer))
  const jobs = await Promise.all(
    (await Promise.all(pictures)).map((upload) => client.generate(upload, ['who was first?'])),
  )
  return jobs.at(-1)!.id
}

const server = await startDatabaseServer()
process.env.DATABASE_URL = await server.create()
mkdirSync(values.out, { recursive: true })
try {
  await fillRows(Number(values.rows), 30, () => {})
  await fillSamples(30)
  await rollUp()
  const stack = await startStack({
    database: { url: process.env.DATABASE_URL, drop: async () => {} },
    env: { MEMEZAP_ALERTS__NO_WORKERS_SECONDS: '5', MEMEZAP_ALERTS__QUEUE_AGE_SECONDS: '10' },
  })
  const browser = await startBrowser(stack.url)
  const show = async ({ name, path: address, options, height }: Look, seen: (page: Page) => Promise<void>) => {
    const { page, complaints } = await browser.open(`/admin/performance${address}`, {
      ...options,
      reducedMotion: 'reduce',
    })
    page.setDefaultTimeout(60_000)
    await signIn(page, 'Robin', stackAdminToken)
    await seen(page)
    await page.evaluate(() => document.fonts.ready)
    const png = await page.screenshot({ fullPage: true })
    const { width } = page.viewportSize()!
    const part =
      values.all || typeof height !== 'number' ? sharp(png) : sharp(png).extract({ left: 0, top: 0, width, height })
    await part.png({ palette: true, quality: 90, effort: 10 }).toFile(path.join(values.out, `${name}.png`))
    for (const complaint of complaints) console.log(`${name}: ${complaint}`)
    await page.context().close()
  }
  try {
    const client = memeClient(stack.url)
    const path = `/jobs/${await makeMemes(client)}`
    await show({ name: 'job', path, options: { colorScheme: 'light' }, height: 'all' }, stages)
    await show({ name: 'job-phone', path, options: { ...phone, colorScheme: 'dark' }, height: 'all' }, stages)
    for (const look of looks)
      if (look.height || values.all) await show(look, look.name === 'performance-empty' ? emptyNote : charts)
    if (values.all) {
      await stack.killWorker()
      await client.request(await client.upload(captionedFile(4, ['IT', 'WAITS']).buffer), ['later'])
      await show({ name: 'performance-trouble', path: '?range=15m', options: { colorScheme: 'light' } }, alerts)
    }
  } finally {
    await browser.close()
    await stack.stop()
  }
} finally {
  await closeDatabase()
  await server.stop()
}
