import { describe, expect, test } from 'vitest'
import { phone } from '../support/browser'
import { captionedFile, chooseFile, fields, resultTitle, zap } from '../support/createPage'
import { overflows, seriousFindings } from '../support/pageFaults'
import { withSite } from '../support/withSite'

const site = withSite()

const kinds = [
  { name: 'desktop, light', options: { colorScheme: 'light' } },
  { name: 'desktop, dark', options: { colorScheme: 'dark' } },
  { name: 'phone, light', options: { ...phone, colorScheme: 'light' } },
  { name: 'phone, dark', options: { ...phone, colorScheme: 'dark' } },
] as const

describe.each(kinds)('on $name', ({ options }) => {
  test('every page is accessible and fits', async () => {
    const { page } = await site.browser.open('/', { ...options, reducedMotion: 'reduce' })
    const check = async () => {
      expect(await seriousFindings(page)).toEqual([])
      expect(await overflows(page)).toBe(false)
    }
    expect(await page.evaluate(() => document.documentElement.dataset.mantineColorScheme)).toBe(options.colorScheme)
    await check()
    await chooseFile(page, captionedFile(41, ['LOOK AT', 'ALL OF IT']))
    await page.getByText('Words found in 2 places').waitFor()
    await page.getByRole('button', { name: 'Colours, alignment, file' }).click()
    await page.getByRole('textbox', { name: 'Outline colour' }).waitFor()
    await fields(page).first().fill('looked at')
    await check()
    await zap(page).click()
    await resultTitle(page).waitFor()
    await check()
    await page.goto(`${site.stack.url}/memes`)
    await page.getByRole('img', { name: 'looked at' }).waitFor()
    await check()
    await page.getByRole('img', { name: 'looked at' }).click()
    await page.getByRole('heading', { name: 'looked at' }).waitFor()
    await check()
    await page.goto(`${site.stack.url}/no-such-page`)
    await check()
  })
})

test('on a phone the button is always in reach and the picture stays in sight', async () => {
  const { page } = await site.browser.open('/', phone)
  await chooseFile(page, captionedFile(42, ['UP ABOVE', 'DOWN BELOW']))
  await page.getByText('Words found in 2 places').waitFor()
  await page.evaluate(() => window.scrollTo(0, 300))
  const [button, picture] = await Promise.all([
    zap(page).boundingBox(),
    page.getByRole('img', { name: /^Preview/ }).boundingBox(),
  ])
  expect(button!.y + button!.height).toBeLessThanOrEqual(844)
  expect(picture!.y).toBeGreaterThanOrEqual(0)
  expect(picture!.y + picture!.height).toBeLessThan(button!.y)
})

test('the whole way goes by keyboard', async () => {
  const { page } = await site.browser.open('/')
  const focusOn = async (name: RegExp) => {
    for (let steps = 0; steps < 60; steps++) {
      await page.keyboard.press('Tab')
      const label = await page.evaluate(() => {
        const { activeElement } = document
        return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? ''
      })
      if (name.test(label)) return
    }
    throw new Error(`Tab never reaches ${name}`)
  }
  await focusOn(/Try with an example/)
  await page.keyboard.press('Enter')
  await page.getByText('Words found in 2 places').waitFor()
  // From the words on the picture to their field.
  await focusOn(/Type new words for “I SAID/)
  await page.keyboard.press('Enter')
  await page.keyboard.type('by keyboard alone')
  await focusOn(/Keep the words “THAT WAS/)
  await page.keyboard.press('Space')
  await page.getByText('stays').waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('img', { name: 'Meme: by keyboard alone' }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('There it is.')
  await focusOn(/Change words/)
  await page.keyboard.press('Enter')
  await zap(page).waitFor()
})

test('light or dark is the visitor’s choice, and is remembered', async () => {
  const { page } = await site.browser.open('/', { colorScheme: 'light' })
  await page.getByRole('button', { name: 'Light or dark' }).click()
  await page.getByRole('menuitem', { name: 'Dark' }).click()
  const scheme = () => page.evaluate(() => document.documentElement.dataset.mantineColorScheme)
  await expect.poll(scheme).toBe('dark')
  await page.reload()
  expect(await scheme()).toBe('dark')
})
