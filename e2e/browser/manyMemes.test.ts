import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { unzipped } from '../support/archive'
import { phone } from '../support/browser'
import { overflows, seriousFindings } from '../support/pageFaults'
import { publishTemplates } from '../support/publishTemplates'
import { withSite } from '../support/withSite'

const site = withSite()
beforeAll(async () => {
  await publishTemplates(site.stack, ['two-terrible-buttons'])
})

const words = (page: Page) => page.getByRole('textbox', { name: 'Your words, one meme a line' })
const results = (page: Page) => page.getByRole('region', { name: 'Your memes' })

test('a line each becomes a meme each; what cannot be made says why; a reload shows them again', async () => {
  const { page, complaints } = await site.browser.open('/templates/two-terrible-buttons')
  await page.getByRole('link', { name: 'Make many at once' }).click()
  await page.getByRole('heading', { name: 'Many at once' }).waitFor()
  expect(await page.getByRole('button', { name: 'Make them' }).isDisabled()).toBe(true)
  const lines = Array.from({ length: 11 }, (_, index) => `button ${index} | the other one | me, again`)
  await words(page).fill([...lines.slice(0, 4), '|', '', ...lines.slice(4), 'a|b|c|d'].join('\n'))
  await page.getByRole('button', { name: 'Make 13 memes' }).click()
  await results(page).getByText('11 of 13 are there, 2 could not be made').waitFor()
  const memes = results(page).getByRole('link')
  expect(await memes.count()).toBe(11)
  await results(page).getByText('There are no words to put on the picture.').waitFor()
  await results(page).getByText('This template has 3 places for words').waitFor()
  expect(await overflows(page)).toBe(false)
  expect(await seriousFindings(page)).toEqual([])

  await page.reload()
  await results(page).getByText('11 of 13 are there').waitFor()
  expect(await words(page).inputValue()).toContain('button 10 | the other one | me, again')
  const saved = page.waitForEvent('download')
  await results(page).getByRole('button', { name: 'Download all as .zip' }).click()
  expect((await saved).suggestedFilename()).toBe('two-terrible-buttons.zip')
  const files = Object.keys(await unzipped(await readFile(await (await saved).path())))
  expect(files).toHaveLength(11)
  expect(files[4]).toBe('006-button-4-the-other-one-me-again.jpg')

  await memes.first().click()
  await page.getByRole('img', { name: /^Meme: button 0/ }).waitFor()
  await page.goto(`${site.stack.url}/memes`)
  await page.getByRole('img', { name: 'button 10 / the other one / me, again' }).waitFor()
  expect(complaints).toEqual([])
})

test('more than a batch may have is refused before it is sent; a batch that is forgotten says so', async () => {
  const { page } = await site.browser.open('/templates/two-terrible-buttons/many', phone)
  await words(page).fill('one|two|three\n'.repeat(101))
  await page.getByText('That is 101; 100 go at once.').waitFor()
  expect(await page.getByRole('button', { name: 'Make 101 memes' }).isDisabled()).toBe(true)
  expect(await overflows(page)).toBe(false)
  expect(await seriousFindings(page)).toEqual([])
  await page.goto(`${site.stack.url}/templates/two-terrible-buttons/many?batch=8d1b7a08-4c5e-4a5c-9a1c-3f0f6f2f8d11`)
  await page.getByText('These memes are not known here any more.').waitFor()
})

test('what is left of them can be stopped', async () => {
  await site.stack.killWorker()
  const { page } = await site.browser.open('/templates/two-terrible-buttons/many')
  await words(page).fill('stop | this | please\nand | this | too')
  await page.getByRole('button', { name: 'Make 2 memes' }).click()
  await results(page).getByText('0 of 2 made').waitFor()
  await results(page).getByText('Waits').first().waitFor()
  await results(page).getByRole('button', { name: 'Stop' }).click()
  await results(page).getByText('Stopped: 0 of 2 made').waitFor()
  expect(await results(page).getByText('The job was cancelled.').count()).toBe(2)
})
