import type { BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenPage, phone, startBrowser, type TestBrowser } from '../support/browser'
import { captionedFile, chooseFile } from '../support/createPage'
import { signIn } from '../support/curatePage'
import { memeClient } from '../support/memeClient'
import { overflows } from '../support/pageFaults'
import { publishTemplates } from '../support/publishTemplates'
import { type Stack, stackAdminToken, startStack } from '../support/stack'
import { startTestWorker } from '../support/workerProcess'

const templateId = 'absolutely-do-not-press'

let stack: Stack
let browser: TestBrowser
beforeAll(async () => {
  stack = await startStack({ env: { MEMEZAP_WORKER_KINDS: 'render,embed' } })
  await publishTemplates(stack, [templateId])
  browser = await startBrowser(stack.url)
})
afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

/** Where a folder for pictures is named, a picture of the page is put there, for people to look at. */
async function shoot({ page }: OpenPage, name: string): Promise<void> {
  const folder = process.env.MEMEZAP_SHOTS
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: false })
}

test('the performance page says it and what to do, also on a phone in the dark', async () => {
  const looks: Readonly<Record<string, BrowserContextOptions>> = {
    desktop: {},
    phone: { ...phone, colorScheme: 'dark' },
  }
  for (const [name, options] of Object.entries(looks)) {
    const opened = await browser.open('/admin/performance', options)
    await signIn(opened.page, 'Robin', stackAdminToken)
    await opened.page.getByText('npm run worker -- --kinds ocr,inpaint').first().waitFor()
    expect(await overflows(opened.page)).toBe(false)
    await shoot(opened, `health-${name}`)
    await opened.page.context().close()
  }
}, 120_000)

test('a visitor is told who is missing, templates work all the same, and the notice goes when somebody comes', async () => {
  const opened = await browser.open('/')
  const { page, complaints } = opened
  await chooseFile(page, captionedFile(31, ['NOBODY READS', 'THESE WORDS']))
  const notice = page.getByText('Nobody reads the words on pictures just now.')
  await notice.waitFor()
  await shoot(opened, 'missing-desktop')
  expect(await memeClient(stack.url).generate({ templateId }, ['STILL WORKS'])).toMatchObject({ state: 'DONE' })
  const env = { DATABASE_URL: stack.databaseUrl, MEMEZAP_STORAGE__DIRECTORY: stack.storageDir }
  await startTestWorker(['--kinds', 'ocr,inpaint'], { env })
  await notice.waitFor({ state: 'hidden' })
  // Its reading was waiting.
  await page.getByRole('region', { name: 'Words and look' }).locator('textarea').first().waitFor()
  expect(complaints).toEqual([])
}, 120_000)
