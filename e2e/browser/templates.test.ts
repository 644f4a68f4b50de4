import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { phone } from '../support/browser'
import { fields, preview, previewState, resultTitle, zap } from '../support/createPage'
import { overflows, seriousFindings } from '../support/pageFaults'
import { pictureDifference } from '../support/pictureDifference'
import { publishTemplates, starterFolder } from '../support/publishTemplates'
import { temporaryFolder } from '../support/temporaryFolder'
import { withSite } from '../support/withSite'

const site = withSite()
beforeAll(async () => {
  const wanted = ['a-flawless-plan', 'two-terrible-buttons', 'the-hill-i-sit-on']
  expect(await publishTemplates(site.stack, wanted)).toHaveLength(wanted.length)
})

const search = (page: Page) => page.getByRole('textbox', { name: 'Search templates' })
const tile = (page: Page, name: string) => page.getByRole('main').getByRole('link').filter({ hasText: name })

test('a template is found by typing, opened, used, and becomes a meme', async () => {
  const { page, complaints } = await site.browser.open('/')
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Templates' }).click()
  await tile(page, 'The Hill I Sit On').waitFor()

  await search(page).pressSequentially('butt')
  await tile(page, 'The Hill I Sit On').waitFor({ state: 'detached' })
  await page.waitForURL('**/templates?q=butt')
  expect(await tile(page, 'Two Terrible Buttons').textContent()).toContain('3 places · by name')

  // From the field by keyboard, and back to the same search.
  await search(page).press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Two Terrible Buttons' }).waitFor()
  await page.getByRole('img', { name: 'Preview with your words: Sleep before midnight' }).waitFor()
  expect(await page.locator('meta[property="og:image"]').getAttribute('content')).toMatch(/^http.*\/images\//)
  await page.goBack()
  await tile(page, 'Two Terrible Buttons').waitFor()
  expect(await search(page).inputValue()).toBe('butt')
  await page.goForward()

  await page.getByRole('link', { name: 'Use it' }).click()
  await page.getByText('3 places for your words').waitFor()
  expect(new URL(page.url()).search).toBe('')
  expect(await fields(page).count()).toBe(3)
  expect(await fields(page).first().getAttribute('placeholder')).toBe('Sleep before midnight')
  await preview(page).waitFor()
  const untouched = await previewState(page)
  await page.getByRole('button', { name: 'Type words for place 1' }).click()
  await page.keyboard.type('one more test')
  await fields(page).nth(1).fill('going home')
  await page.getByRole('img', { name: 'Preview with your words: one more test / going home' }).waitFor()
  expect(await previewState(page)).not.toBe(untouched)

  // Nothing is lost by a reload.
  await page.reload()
  await page.getByRole('img', { name: 'Preview with your words: one more test / going home' }).waitFor()

  const asked = page.waitForRequest((request) => request.postData()?.includes('mutation GenerateMeme') ?? false)
  await zap(page).click()
  const { variables } = (await asked).postDataJSON() as { variables: { input: Record<string, unknown> } }
  expect(variables.input).toMatchObject({
    source: { templateId: 'two-terrible-buttons' },
    captions: ['one more test', 'going home', ''],
    style: {},
  })
  await resultTitle(page).waitFor()
  await page.getByRole('img', { name: 'Meme: one more test / going home' }).waitFor()
  await page.getByText('Your words stand in the template’s own places.').waitFor()

  await page.getByRole('button', { name: 'Change words' }).click()
  expect(await fields(page).nth(1).inputValue()).toBe('going home')
  await page.goto(`${site.stack.url}/templates`)
  await page
    .getByRole('region', { name: 'Lately used' })
    .getByRole('link', { name: /Two Terrible Buttons/ })
    .waitFor()
  expect(complaints).toEqual([])
})

test('a look that was chosen goes over that of every box', async () => {
  const { page } = await site.browser.open('/?template=a-flawless-plan')
  await page.getByText('4 places for your words').waitFor()
  expect(await page.getByRole('radio', { name: 'Friendly' }).isChecked()).toBe(true)
  await page.getByText('Classic').click()
  await fields(page).first().fill('in capitals of steel')
  const asked = page.waitForRequest((request) => request.postData()?.includes('mutation GenerateMeme') ?? false)
  await zap(page).click()
  const { variables } = (await asked).postDataJSON() as { variables: { input: { style: unknown } } }
  expect(variables.input.style).toEqual({ font: 'ANTON' })
  await resultTitle(page).waitFor()
})

test('another picture of a template is chosen on its page, kept by the address, and used', async () => {
  const folder = temporaryFolder()
  const slug = 'the-hill-i-sit-on'
  cpSync(path.join(starterFolder, slug), path.join(folder, slug), { recursive: true })
  const file = path.join(folder, slug, 'template.json')
  const template = JSON.parse(readFileSync(file, 'utf8')) as { pictures: { style: string; file: string }[] }
  const [first] = template.pictures
  await sharp(path.join(folder, slug, first!.file))
    .modulate({ hue: 160 })
    .toFile(path.join(folder, slug, 'dusk.webp'))
  template.pictures.push({ style: 'dusk', file: 'dusk.webp' })
  writeFileSync(file, JSON.stringify(template))
  const neighbour = 'a-mound-next-door'
  cpSync(path.join(starterFolder, slug), path.join(folder, neighbour), { recursive: true })
  const words = { slug: neighbour, name: 'A Mound Next Door', pictures: [first] }
  writeFileSync(path.join(folder, neighbour, 'template.json'), JSON.stringify({ ...template, ...words }))
  await publishTemplates(site.stack, [slug, neighbour], folder)

  const { page, complaints } = await site.browser.open(`/templates/${slug}`)
  await preview(page).waitFor()
  const asDrawn = await previewState(page)
  const dusk = page.getByRole('group', { name: 'Which picture' }).getByRole('button', { name: 'dusk' })
  await dusk.click()
  await expect.poll(() => previewState(page)).not.toBe(asDrawn)
  await page.reload()
  expect(await dusk.getAttribute('aria-pressed')).toBe('true')
  expect(new URL(page.url()).searchParams.get('style')).toBe('dusk')
  await page
    .getByRole('region', { name: 'Similar' })
    .getByRole('link', { name: /A Mound/ })
    .waitFor()
  expect(await seriousFindings(page)).toEqual([])

  await page.getByRole('link', { name: 'Use it' }).click()
  await fields(page).first().fill('it gets dark')
  expect(await dusk.getAttribute('aria-pressed')).toBe('true')
  const inDusk = await previewState(page)
  await page.getByRole('button', { name: 'default' }).click()
  await expect.poll(() => previewState(page)).not.toBe(inDusk)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => previewState(page)).toBe(inDusk)

  const asked = page.waitForRequest((request) => request.postData()?.includes('mutation GenerateMeme') ?? false)
  await zap(page).click()
  const { variables } = (await asked).postDataJSON() as { variables: { input: Record<string, unknown> } }
  expect(variables.input).toMatchObject({ source: { templateId: slug }, templateStyle: 'dusk' })
  await resultTitle(page).waitFor()
  const address = await page.getByRole('img', { name: 'Meme: it gets dark' }).getAttribute('src')
  const result = Buffer.from(await (await fetch(new URL(address ?? '', site.stack.url))).arrayBuffer())
  const wanted = await sharp(path.join(folder, slug, 'dusk.webp')).toBuffer()
  const corner = { x: 0, y: 0.9, width: 0.1, height: 0.1 }
  expect(await pictureDifference(result, wanted, corner)).toBeLessThan(6)
  expect(complaints).toEqual([])
})

test('the gallery says what to try when nothing is found, narrows by keyword, and keeps favourites', async () => {
  const { page } = await site.browser.open('/templates?q=qqxxzz')
  await page.getByText('No template for “qqxxzz”.').waitFor()
  expect(await search(page).inputValue()).toBe('qqxxzz')
  await page.getByRole('button', { name: 'All templates' }).click()
  await tile(page, 'A Flawless Plan').waitFor()

  await page.getByRole('group', { name: 'Keywords' }).getByRole('button', { name: 'mastermind' }).click()
  await tile(page, 'Two Terrible Buttons').waitFor({ state: 'detached' })
  expect(new URL(page.url()).searchParams.get('tag')).toBe('mastermind')
  await page.goBack()
  await tile(page, 'Two Terrible Buttons').waitFor()

  await page.getByRole('button', { name: 'Favourite: The Hill I Sit On' }).click()
  await page.reload()
  await page
    .getByRole('region', { name: 'Your favourites' })
    .getByRole('link', { name: /The Hill/ })
    .waitFor()

  // The start page offers it, too, and begins at once.
  await page.goto(site.stack.url)
  await page
    .getByRole('region', { name: 'Or start from a template' })
    .getByRole('link', { name: /The Hill/ })
    .click()
  await page.getByText(/places? for your words/).waitFor()
})

test.each([
  { name: 'desktop, light', options: { colorScheme: 'light' } },
  { name: 'phone, dark', options: { ...phone, colorScheme: 'dark' } },
] as const)('on $name every page is accessible and fits', async ({ options }) => {
  const { page } = await site.browser.open('/templates', { ...options, reducedMotion: 'reduce' })
  const check = async () => {
    expect(await seriousFindings(page)).toEqual([])
    expect(await overflows(page)).toBe(false)
  }
  await page.getByRole('button', { name: 'Favourite: A Flawless Plan' }).click()
  await page.getByRole('region', { name: 'Your favourites' }).waitFor()
  await check()
  await page.getByRole('button', { name: 'mastermind' }).click()
  await page.getByText('1 template', { exact: true }).waitFor()
  await check()
  await search(page).fill('qqxxzz')
  await page.getByText('No template for “qqxxzz”').waitFor()
  await check()
  await page.goto(`${site.stack.url}/templates/two-terrible-buttons`)
  await preview(page).waitFor()
  await check()
  await page.getByText('Its places').click()
  await page.getByRole('list', { name: 'Places for words' }).waitFor()
  await check()
  await page.getByRole('link', { name: 'Use it' }).click()
  await page.getByText('3 places for your words').waitFor()
  await preview(page).waitFor()
  await check()
})
