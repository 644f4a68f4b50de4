import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { phone } from '../support/browser'
import {
  chooseFile,
  fields,
  lock,
  type PictureFile,
  preview,
  previewState,
  resultTitle,
  zap,
} from '../support/createPage'
import { knownMeme } from '../support/knownMeme'
import { memeClient } from '../support/memeClient'
import { overflows, seriousFindings } from '../support/pageFaults'
import { pictureDifference } from '../support/pictureDifference'
import { publishTemplates } from '../support/publishTemplates'
import { withSite } from '../support/withSite'

const site = withSite()
const slug = 'two-terrible-buttons'
/** In the order of the template's boxes: the one at the top is the last. */
const oldWords = ['OLD LEFT WORDS', 'OLD RIGHT WORDS', 'OLD TOP WORDS']
let meme: PictureFile
beforeAll(async () => {
  await publishTemplates(site.stack, [slug])
  meme = await knownMeme(site.stack, slug, oldWords)
})

const everywhere = { x: 0, y: 0, width: 1, height: 1 }
const radio = (page: Page, name: string) => page.getByRole('radio', { name, exact: true })
const recognised = (page: Page) => page.getByRole('status').filter({ hasText: 'Recognised: Two Terrible Buttons' })

/** The recognised picture, open and cleaned. */
async function opened(): Promise<Page> {
  const { page } = await site.browser.open('/')
  await chooseFile(page, meme)
  await recognised(page).waitFor()
  await page.getByText('Putting back what was under the words').waitFor({ state: 'detached' })
  return page
}

async function pictureBytes(page: Page, name: string): Promise<Buffer> {
  const address = await page.getByRole('img', { name }).getAttribute('src')
  return Buffer.from(await (await fetch(new URL(address ?? '', site.stack.url))).arrayBuffer())
}

const shownPreview = async (page: Page) => Buffer.from((await previewState(page)).split(',')[1] ?? '', 'base64')

/** A picture as large as another one. */
async function inSizeOf(other: Buffer, picture: Buffer): Promise<Buffer> {
  const { width, height } = await sharp(other).metadata()
  return sharp(picture).resize({ width, height, fit: 'fill' }).png().toBuffer()
}

/** What a click on the big button asks for. */
async function asked(page: Page): Promise<Record<string, unknown>> {
  const request = page.waitForRequest((one) => one.postData()?.includes('mutation GenerateMeme') ?? false)
  await zap(page).click()
  const { variables } = (await request).postDataJSON() as { variables: { input: Record<string, unknown> } }
  await resultTitle(page).waitFor()
  return variables.input
}

describe('a captioned meme of a known template', () => {
  test('is recognised and restored, with the new words in the template’s places', async () => {
    const { page, complaints } = await site.browser.open('/')
    await fieldsBefore(page)
    expect(await fields(page).count()).toBe(3)
    expect(await fields(page).last().getAttribute('placeholder')).toBe('OLD TOP WORDS')
    await page.getByRole('button', { name: 'Type words for place 3, instead of “OLD TOP WORDS”' }).click()
    await page.keyboard.type('brand new')
    await fields(page).first().fill('left')
    await fields(page).nth(1).fill('right')
    await page.getByText('Putting back what was under the words').waitFor({ state: 'detached' })
    const shown = await shownPreview(page)
    expect(await asked(page)).toMatchObject({
      captions: ['left', 'right', 'brand new'],
      style: {},
      recognition: 'RESTORE',
      recognisedPlaces: 'TEMPLATE_BOXES',
    })

    // As if it had been made from the template itself; and the preview had shown just that.
    const result = await pictureBytes(page, 'Meme: left / right / brand new')
    const fresh = await memeClient(site.stack.url).generate({ templateId: slug }, ['left', 'right', 'brand new'])
    const wanted = Buffer.from(await (await fetch(new URL(fresh.meme!.url, site.stack.url))).arrayBuffer())
    expect(await pictureDifference(result, wanted, everywhere)).toBeLessThan(2)
    expect(await pictureDifference(await inSizeOf(shown, result), shown, everywhere)).toBeLessThan(2.5)
    expect(await pictureDifference(result, meme.buffer, everywhere)).toBeGreaterThan(4)

    await page.getByText('3 captions were taken away. What the template has there came back.').waitFor()
    await page.getByText('Your words stand in the template’s own places.').waitFor()
    await page.getByRole('link', { name: 'Two Terrible Buttons' }).click()
    await page.getByRole('heading', { name: 'Two Terrible Buttons' }).waitFor()
    expect(complaints).toEqual([])
  })

  test('leaves the choice: what the template is for and where the words go, each a step that can be undone', async () => {
    const page = await opened()
    await fields(page).first().fill('left')
    await fields(page).last().fill('top')
    const restored = await previewState(page)

    // Words go along with the old ones that they are for: the top ones are read first.
    await radio(page, 'Old places').check()
    await expect.poll(() => fields(page).first().inputValue()).toBe('top')
    expect(await fields(page).nth(1).inputValue()).toBe('left')
    expect(await previewState(page)).not.toBe(restored)

    await page.getByRole('heading', { name: 'Your words' }).click()
    await page.keyboard.press('Control+z')
    await expect.poll(() => radio(page, 'Template').isChecked()).toBe(true)
    expect(await fields(page).first().inputValue()).toBe('left')
    expect(await previewState(page)).toBe(restored)

    // By keyboard from one use to the next.
    await radio(page, 'Restore mine').focus()
    await page.keyboard.press('ArrowRight')
    expect(await radio(page, 'Clean template').isChecked()).toBe(true)
    expect(await radio(page, 'Old places').isDisabled()).toBe(true)
    expect(await page.getByRole('button', { name: /^Keep the words/ }).count()).toBe(0)
    await page.keyboard.press('ArrowRight')
    await page.getByText('Ignored: Two Terrible Buttons').waitFor()
    await page.getByText('Wiping the old words off').waitFor({ state: 'detached' })
    expect(await fields(page).first().inputValue()).toBe('top')

    // Kept over a reload, and sent as chosen.
    await page.reload()
    await page.getByText('Ignored: Two Terrible Buttons').waitFor()
    expect(await radio(page, 'Ignore it').isChecked()).toBe(true)
    expect(await fields(page).first().inputValue()).toBe('top')
    expect(await asked(page)).toMatchObject({ recognition: 'IGNORE', captions: ['top', 'left', ''] })
    await page.getByText('3 captions were taken away.').waitFor()
    expect(await page.getByText('Recognised:').count()).toBe(0)

    await page.getByRole('button', { name: 'Change words' }).click()
    await radio(page, 'Clean template').check()
    await preview(page).waitFor()
    expect(await asked(page)).toMatchObject({ recognition: 'CLEAN_TEMPLATE', captions: ['left', '', 'top'] })
    await page.getByText('The template’s clean picture took the place of yours, as you chose.').waitFor()
  })

  test('keeps words that shall stay, and leaves their place alone', async () => {
    const page = await opened()
    await lock(page, 'OLD RIGHT WORDS').click()
    await page.getByText('OLD RIGHT WORDS stays').waitFor()
    await fields(page).first().fill('only this')
    expect(await asked(page)).toMatchObject({ captions: ['only this', ''], keepRegions: [expect.any(String)] })
    const result = await pictureBytes(page, 'Meme: only this')
    const rightSign = { x: 0.58, y: 0.61, width: 0.23, height: 0.1 }
    expect(await pictureDifference(result, meme.buffer, rightSign)).toBeLessThan(3)
    expect(await pictureDifference(result, meme.buffer, { ...rightSign, x: 0.18 })).toBeGreaterThan(10)
  })

  test('can be made again without the template, from the result', async () => {
    const page = await opened()
    await fields(page).first().fill('not that')
    await asked(page)
    await page.getByRole('button', { name: 'Not that? Make it again without' }).click()
    await page.getByText('Your words stand where the old ones stood.').waitFor()
    expect(await page.getByText('Recognised:').count()).toBe(0)
    await page.getByRole('button', { name: 'Change words' }).click()
    expect(await radio(page, 'Ignore it').isChecked()).toBe(true)
  })
})

test.each([
  { name: 'desktop, dark', options: { colorScheme: 'dark' } },
  { name: 'phone, light', options: { ...phone, colorScheme: 'light' } },
] as const)('on $name all of it is accessible and fits', async ({ options }) => {
  const { page } = await site.browser.open('/', { ...options, reducedMotion: 'reduce' })
  const check = async () => {
    expect(await seriousFindings(page)).toEqual([])
    expect(await overflows(page)).toBe(false)
  }
  await chooseFile(page, meme)
  await recognised(page).waitFor()
  await check()
  await lock(page, 'OLD RIGHT WORDS').click()
  await fields(page).first().fill('look at that')
  await check()
  await radio(page, 'Ignore it').check()
  await page.getByText('Ignored: Two Terrible Buttons').waitFor()
  await check()
  await radio(page, 'Restore mine').check()
  await zap(page).click()
  await resultTitle(page).waitFor()
  await page.getByText('Not that? Make it again without').waitFor()
  await check()
})

/** While the picture is looked at nothing below the line about it moves, whatever is found. */
async function fieldsBefore(page: Page): Promise<void> {
  await chooseFile(page, meme)
  await fields(page).first().waitFor()
  const before = await fields(page).first().boundingBox()
  await recognised(page).waitFor()
  expect((await fields(page).first().boundingBox())?.y).toBe(before?.y)
}
