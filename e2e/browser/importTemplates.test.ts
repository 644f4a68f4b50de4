import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { memegenFolder, unzipped, zipOf } from '../support/archive'
import { phone } from '../support/browser'
import { overflows, seriousFindings } from '../support/pageFaults'
import { stackAdminToken } from '../support/stack'
import { withSite } from '../support/withSite'

const site = withSite()
const folder = mkdtempSync(path.join(os.tmpdir(), 'memezap-import-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function openSignedIn(options = {}) {
  const opened = await site.browser.open('/admin/templates/import', options)
  const { page } = opened
  await page.getByLabel('Your name').fill('Ada')
  await page.getByRole('textbox', { name: 'Token' }).fill(stackAdminToken)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Import & export' }).waitFor()
  return opened
}

const chooseZip = async (page: Page, name: string, buffer: Buffer) => {
  const dialog = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a .zip' }).click()
  await (await dialog).setFiles({ name, mimeType: 'application/zip', buffer })
}

const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name })

test('an archive is sent, looked at, imported with progress, and reported folder by folder', async () => {
  const files: Record<string, string | Buffer> = {
    'set/broken/config.yml': 'name: Broken\ntext: []',
    'set/broken/default.jpg': 'no picture at all',
    ...(await memegenFolder('set/odd-one', { something_new: 1 })),
  }
  for (let index = 0; index < 30; index++)
    Object.assign(files, await memegenFolder(`set/plain-${index}`, {}, `#${100 + index}`))
  const { page, complaints } = await openSignedIn()
  await chooseZip(page, 'my-set.zip', await zipOf(files))
  await page.getByText('32 templates').first().waitFor()

  await page.getByRole('button', { name: 'Look first' }).click()
  await page.getByRole('heading', { name: 'Nothing was changed. This is what an import would do:' }).waitFor()
  await row(page, 'set/broken').getByText('default.jpg: This file is not a picture').waitFor()
  await row(page, 'set/odd-one').getByText('Not understood: config.yml, key "something_new"').waitFor()
  await page.getByRole('button', { name: 'New 31' }).click()
  await row(page, 'set/broken').waitFor({ state: 'detached' })

  await page.getByText('Published', { exact: true }).first().click()
  await page.getByLabel('Licence for those that name none').fill('CC0')
  const told: string[] = []
  await page.exposeFunction('tellProgress', (text: string) => void told.push(text))
  await page.evaluate(() => {
    const tell = (window as unknown as { tellProgress(text: string): void }).tellProgress
    new MutationObserver(() => {
      const bar = document.querySelector('[role="progressbar"]')
      if (bar) tell(bar.getAttribute('aria-label') ?? '')
    }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
  })
  await page.getByRole('button', { name: 'Import now' }).click()
  await page.getByRole('heading', { name: '32 folders done' }).waitFor()
  expect(told.some((text) => /^Bringing in template \d+ of 32$/.test(text))).toBe(true)
  await page.getByRole('button', { name: 'Failed 1' }).click()
  expect(await page.getByRole('listitem').filter({ hasText: 'set/' }).count()).toBe(1)
  expect(await seriousFindings(page)).toEqual([])

  // A reload finds the report again.
  await page.reload()
  await page.getByRole('heading', { name: '32 folders done' }).waitFor()
  expect(complaints).toEqual([])
  const { page: gallery } = await site.browser.open('/templates/plain-7')
  await gallery.getByRole('heading', { name: 'set/plain-7' }).waitFor()
})

test('what was exported comes back as a folder, unchanged', async () => {
  const { page } = await openSignedIn()
  await page.getByText('All', { exact: true }).waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export as .zip' }).click()
  const saved = await download
  expect(saved.suggestedFilename()).toMatch(/^memezap-templates-.*\.zip$/)
  const files = await unzipped(readFileSync(await saved.path()))
  expect(Object.keys(files)).toHaveLength(62)
  expect(files['plain-3/config.yml']!.toString()).toContain('licence: CC0')

  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(path.join(folder, 'exported', path.dirname(name)), { recursive: true })
    writeFileSync(path.join(folder, 'exported', name), bytes)
  }
  const dialog = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a folder' }).click()
  await (await dialog).setFiles(path.join(folder, 'exported'))
  await page.getByText('31 templates').first().waitFor()
  await page.getByRole('button', { name: 'Import 31 templates' }).click()
  await page.getByRole('button', { name: 'As before 31' }).waitFor()
})

test('what is no archive of templates is refused in words, on a phone too', async () => {
  const { page } = await openSignedIn(phone)
  await chooseZip(page, 'letter.zip', Buffer.from('Dear all, this is a letter.'))
  await page.getByRole('alert').getByText('This file is not a .zip archive.').waitFor()
  await chooseZip(page, 'photos.zip', await zipOf({ 'beach.jpg': 'x' }))
  await page.getByRole('alert').getByText('no folder with a config.yml').waitFor()
  expect(await overflows(page)).toBe(false)
  expect(await seriousFindings(page)).toEqual([])
})
