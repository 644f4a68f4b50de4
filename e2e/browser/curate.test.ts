import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { phone } from '../support/browser'
import { captionedFile, chooseFile, fields, resultTitle, zap } from '../support/createPage'
import {
  adminToken,
  board,
  boardReady,
  dragOnPicture,
  number,
  savedAgain,
  signIn,
  unsaved,
} from '../support/curatePage'
import { memeClient } from '../support/memeClient'
import { overflows, seriousFindings } from '../support/pageFaults'
import { publishTemplates } from '../support/publishTemplates'
import { withSite } from '../support/withSite'

const site = withSite({ env: { MEMEZAP_ADMIN_TOKEN: adminToken } })
beforeAll(async () => {
  const wanted = ['a-flawless-plan', 'two-terrible-buttons']
  expect(await publishTemplates(site.stack, wanted)).toHaveLength(wanted.length)
})

const tab = (page: Page, name: string | RegExp) => page.getByRole('tab', { name })
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true })
const value = (page: Page, label: string) => number(page, label).inputValue().then(Number)

async function openSignedIn(path: string, name: string, options = {}) {
  const opened = await site.browser.open('/admin', options)
  await signIn(opened.page, name)
  await opened.page.getByText(`Signed in as ${name}`).waitFor()
  await opened.page.goto(`${site.stack.url}${path}`)
  await opened.page.waitForLoadState('networkidle')
  return opened
}

async function newDraft(page: Page, file: Parameters<typeof chooseFile>[1]): Promise<void> {
  await page.goto(`${site.stack.url}/admin/templates/new`)
  await page.waitForLoadState('networkidle')
  await chooseFile(page, file)
  await page.waitForURL(/\/admin\/templates\/[0-9a-f-]{36}$/)
  await boardReady(page)
}

test('a template goes from an upload to a meme: sign in, boxes, words, publish', async () => {
  const { page, complaints } = await site.browser.open('/admin')
  await signIn(page, 'Robin', 'not the token at all')
  await page.getByText('This is not the admin token.').waitFor()
  await signIn(page, 'Robin')
  await page.getByRole('heading', { name: 'Templates' }).waitFor()
  await page.getByText('2 templates').waitFor()
  await page.getByRole('link', { name: 'New template' }).click()
  await chooseFile(page, { ...captionedFile(71, null), name: 'a_quiet-view.jpg' })
  await page.getByRole('heading', { name: 'A quiet view' }).waitFor()
  await boardReady(page)

  // One box by the mouse, one by the button; the first is moved by its middle, without snapping.
  await dragOnPicture(page, { x: 0.12, y: 0.1 }, { x: 0.62, y: 0.3 })
  await page.getByRole('button', { name: 'Box 1', exact: true }).waitFor()
  const drawn = { left: await value(page, 'Left'), width: await value(page, 'Width') }
  expect(drawn.width / drawn.left).toBeGreaterThan(3.5)
  expect(drawn.width / drawn.left).toBeLessThan(5)
  await dragOnPicture(page, { x: 0.37, y: 0.2 }, { x: 0.47, y: 0.26 }, 'Control')
  expect((await value(page, 'Left')) / drawn.left).toBeGreaterThan(1.6)
  expect(await value(page, 'Width')).toBeCloseTo(drawn.width, 0)
  // Who has just used the mouse there is heard there.
  const before = await value(page, 'Top')
  await page.keyboard.press('Shift+ArrowUp')
  expect(await value(page, 'Top')).toBeCloseTo(before - 10, 0)
  await page.getByRole('button', { name: 'Add box' }).click()
  await tab(page, 'Boxes (2)').waitFor()

  // Keys: back to the first box, a step to the right, ten down, wider, turned, undone and done again.
  await board(page).focus()
  await page.keyboard.press('Shift+Tab')
  const [left, top, width] = [await value(page, 'Left'), await value(page, 'Top'), await value(page, 'Width')]
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Alt+Shift+ArrowRight')
  await page.keyboard.press(']')
  expect(await value(page, 'Angle °')).toBe(1)
  await page.keyboard.press('[')
  expect(await value(page, 'Left')).toBeCloseTo(left + 1, 0)
  expect(await value(page, 'Top')).toBeCloseTo(top + 10, 0)
  expect(await value(page, 'Width')).toBeCloseTo(width + 10, 0)
  await page.keyboard.press('Control+z')
  expect(await value(page, 'Left')).toBeCloseTo(left, 0)
  await page.keyboard.press('Control+Shift+z')
  expect(await value(page, 'Left')).toBeCloseTo(left + 1, 0)
  await page.keyboard.press('Control+d')
  await tab(page, 'Boxes (3)').waitFor()
  await page.keyboard.press('Delete')
  await tab(page, 'Boxes (2)').waitFor()

  await page.getByLabel('Example words of box 1').fill('The first words')
  await page.getByLabel('Example words of box 2').fill('And the last')
  await page.getByRole('button', { name: 'Move box 2 up' }).click()
  expect(await page.getByLabel('Example words of box 1').inputValue()).toBe('And the last')

  // Publishing says what is missing, and leads there.
  await page.getByRole('button', { name: 'Publish…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Something is missing yet:').waitFor()
  expect(await dialog.getByRole('button', { name: /^Publish/ }).isDisabled()).toBe(true)
  await dialog.getByRole('button', { name: 'Go there' }).first().click()
  await page.getByLabel('Description').fill('A quiet view with nobody in it.')
  await page.getByRole('combobox', { name: 'Keywords' }).fill('calm,')
  await page.getByLabel('Source').fill('Drawn by a test')
  await page.getByRole('combobox', { name: 'Licence' }).fill('CC0 1.0')
  // Saved from within a field, what is typed there goes along.
  await page.getByRole('combobox', { name: 'Keywords' }).fill('silent')
  await page.keyboard.press('Control+s')
  await unsaved(page)
    .filter({ hasText: /^Saved$/ })
    .waitFor()
  await page.locator('.mantine-Pill-label', { hasText: 'silent' }).waitFor()
  await page.getByRole('button', { name: 'Publish…' }).click()
  await dialog.getByText('All that publishing needs is there.').waitFor()
  await dialog.getByRole('button', { name: /^Publish/ }).click()
  await page.getByText('It is published.').waitFor()

  // Everybody finds it, and its words go where they were drawn.
  await page.goto(`${site.stack.url}/templates?q=quiet`)
  await page.getByRole('main').getByRole('link').filter({ hasText: 'A quiet view' }).click()
  await page.getByRole('link', { name: 'Edit this template' }).waitFor()
  await page.getByRole('link', { name: 'Use it' }).click()
  await page.getByText('2 places for your words').waitFor()
  await fields(page).first().fill('made of it')
  await zap(page).click()
  await resultTitle(page).waitFor()

  // From that meme, too, a template can be made: its picture is the same again.
  await page.goto(`${site.stack.url}/admin/templates/new`)
  await page.getByRole('button', { name: 'Use the picture of “made of it”' }).click()
  await page.getByRole('heading', { name: 'New template' }).waitFor()
  await tab(page, 'Look-alikes (1)').click()
  await page.getByRole('article', { name: 'Looks like “A quiet view”' }).waitFor()

  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'For curators' }).waitFor()
  expect(complaints.filter((line) => !line.includes('401'))).toEqual([])
})

test('a picture that is there already is shown beside the other one, and marked as different', async () => {
  const { page } = await openSignedIn('/admin/templates', 'Kim')
  await newDraft(page, await savedAgain('two-terrible-buttons', 'two-buttons-again.jpg'))
  await tab(page, 'Look-alikes (1)').click()
  const pair = page.getByRole('article', { name: 'Looks like “Two Terrible Buttons”' })
  await pair.getByText(/\d+ % alike, found by their fingerprints/).waitFor()
  await pair.getByRole('button', { name: 'They are the same: merge…' }).click()
  await page.getByRole('radio', { name: '“Two Terrible Buttons”', exact: true }).waitFor()
  expect(await page.getByRole('radio', { name: '“Two Terrible Buttons”', exact: true }).isChecked()).toBe(true)
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await pair.getByRole('button', { name: 'They are different' }).click()
  await page.getByText('Known to be different:').waitFor()
  await tab(page, 'Look-alikes').waitFor()

  // It was a mistake: the draft goes.
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Delete this draft…' }).click()
  await page.getByRole('button', { name: 'Delete it' }).click()
  await page.getByText('“Two buttons again” is deleted.').waitFor()
  await page.getByRole('heading', { name: 'Templates', exact: true }).waitFor()
})

test('words are taken off a picture first when that is wanted, and boxes take their places', async () => {
  const { page } = await openSignedIn('/admin/templates/new', 'Kim')
  await page.getByLabel('Take the words off the picture first').check()
  await chooseFile(page, captionedFile(74, ['ABOVE THE HILLS', 'BELOW THEM']))
  await tab(page, 'Boxes (2)').waitFor()
  await tab(page, 'Boxes (2)').click()
  expect(await page.getByLabel('Example words of box 1').inputValue()).toBe('ABOVE THE HILLS')
  expect(await page.getByLabel('Example words of box 2').inputValue()).toBe('BELOW THEM')
})

test('two templates become one, and the links of the other lead there', async () => {
  const { page } = await openSignedIn('/admin/templates', 'Kim')
  await newDraft(page, await savedAgain('a-flawless-plan', 'flawless-once-more.jpg'))
  await tab(page, 'Look-alikes (1)').click()
  await page.getByRole('button', { name: 'They are the same: merge…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Merge' }).click()
  await page.getByText('They are one now: “A Flawless Plan”.').waitFor()
  await page.getByRole('heading', { name: 'A Flawless Plan' }).waitFor()
  await tab(page, 'Words').click()
  await page.getByText('Flawless once more').waitFor()
})

test('unsaved changes are asked about, what two people change is brought together, and history gives it back', async () => {
  const { page: one } = await openSignedIn('/admin/templates/two-terrible-buttons', 'Kim')
  const { page: two } = await openSignedIn('/admin/templates/two-terrible-buttons', 'Robin')

  await one.getByLabel('Name', { exact: true }).fill('Two Awful Buttons')
  await one.getByRole('link', { name: 'All templates' }).click()
  await one.getByText('Not saved yet: name.').waitFor()
  await one.getByRole('button', { name: 'Stay here' }).click()
  // Back and reloading are not links: what was typed is offered again.
  one.on('dialog', (dialog) => void dialog.accept())
  await one.reload()
  await one.getByText('They are about name.').waitFor()
  await one.getByRole('button', { name: 'Bring them back' }).click()
  expect(await one.getByLabel('Name', { exact: true }).inputValue()).toBe('Two Awful Buttons')
  await save(one).click()
  await unsaved(one)
    .filter({ hasText: /^Saved$/ })
    .waitFor()

  // Both changed the name; only one the licence.
  await two.getByLabel('Name', { exact: true }).fill('Two Horrid Buttons')
  await two.getByRole('combobox', { name: 'Licence' }).fill('CC0 1.0')
  await save(two).click()
  await two.getByRole('heading', { name: 'Somebody else saved this template while you were at it' }).waitFor()
  await two.getByText('You both changed name.').waitFor()
  // Whoever was further down the page is taken to it.
  expect(
    (await two.getByRole('alert', { name: 'Somebody else saved this template' }).boundingBox())!.y,
  ).toBeGreaterThan(0)
  await two.getByRole('button', { name: 'Take theirs' }).click()
  expect(await two.getByLabel('Name', { exact: true }).inputValue()).toBe('Two Awful Buttons')
  await save(two).click()
  await unsaved(two)
    .filter({ hasText: /^Saved$/ })
    .waitFor()

  await tab(two, 'History').click()
  const history = two.getByRole('list', { name: 'History' })
  await history.getByText('Kim changed it').waitFor()
  const entry = history.getByRole('listitem').filter({ hasText: 'Kim changed it' })
  await entry.getByText('Two Terrible Buttons').waitFor()
  expect(await entry.locator('del').textContent()).toBe('Two Terrible Buttons')
  await history
    .getByRole('listitem')
    .filter({ hasText: 'test imported it' })
    .getByRole('button', { name: 'Restore' })
    .click()
  await two.getByRole('heading', { name: 'Two Terrible Buttons' }).waitFor()
  await history.getByText('Robin restored an earlier state').waitFor()
})

test('a template that is retired is found no more, and can come back', async () => {
  const { page } = await openSignedIn('/admin/templates/a-flawless-plan', 'Robin')
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Retire…' }).click()
  await page.getByRole('button', { name: 'Retire it' }).click()
  await page.getByText('It is retired.').waitFor()
  await page.goto(`${site.stack.url}/admin/templates?state=RETIRED&q=flawless+plan`)
  await page.getByRole('link', { name: /A Flawless Plan/ }).click()
  await page.getByRole('button', { name: 'Publish…' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Publish/ })
    .click()
  await page.getByText('It is published.').waitFor()
})

test('what visitors looked for in vain is on the list until somebody has dealt with it', async () => {
  const { page } = await openSignedIn('/templates?q=zebra+crossing', 'Robin')
  await page.getByText('No template for “zebra crossing”').waitFor()
  await page.goto(`${site.stack.url}/admin/templates`)
  const work = page.getByRole('complementary', { name: 'To look after' })
  await work.getByText('“zebra crossing”').waitFor()
  await page.getByRole('button', { name: 'Dealt with “zebra crossing”' }).click()
  await work.getByText('“zebra crossing”').waitFor({ state: 'detached' })
})

test('a picture that keeps coming back becomes a template, without the words that were on it', async () => {
  const { page } = await openSignedIn('/admin/templates', 'Robin')
  const client = memeClient(site.stack.url)
  for (const words of ['ONE WAY TO PUT IT', 'ANOTHER ONE', 'OR LIKE THIS']) {
    await client.generate(await client.upload(captionedFile(88, [words, 'EVERY TIME']).buffer), ['mine'])
  }
  // It is counted once the meme is there.
  const found = page.getByRole('link', { name: 'Make a template of this' })
  const look = async () => {
    await page.reload()
    await page.getByRole('heading', { name: 'Uploads that keep coming back' }).waitFor()
    return found.count()
  }
  await expect.poll(look).toBe(1)
  await page.getByText('Came 3 times').waitFor()
  await found.click()
  await page.waitForURL(/\/admin\/templates\/[0-9a-f-]{36}$/)
  await page.getByRole('heading', { name: 'New template' }).waitFor()
})

test.each([
  { name: 'desktop, light', options: { colorScheme: 'light' } },
  { name: 'phone, dark', options: { ...phone, colorScheme: 'dark' } },
] as const)('on $name every page is accessible and fits', async ({ options }) => {
  const { page } = await site.browser.open('/admin', { ...options, reducedMotion: 'reduce' })
  const check = async () => {
    expect(await seriousFindings(page)).toEqual([])
    expect(await overflows(page)).toBe(false)
  }
  await check()
  await signIn(page, 'Robin')
  await page.getByRole('heading', { name: 'Templates' }).waitFor()
  await check()
  await page.goto(`${site.stack.url}/admin/templates/new`)
  await page.waitForLoadState('networkidle')
  await check()
  await page.goto(`${site.stack.url}/admin/templates/two-terrible-buttons?tab=boxes`)
  await boardReady(page)
  await page.getByRole('button', { name: 'Box 1', exact: true }).click()
  await number(page, 'Left').waitFor()
  await check()
  for (const name of ['Words', 'Pictures', /^Look-alikes/, 'History']) {
    await tab(page, name).click()
    await page.getByRole('tabpanel').waitFor()
    await check()
  }
  await page.getByRole('button', { name: 'Keys and gestures' }).click()
  await page.getByText('without snapping').waitFor()
  await check()
})

test('a finger chooses a box by a tap, then drags it', async () => {
  const { page } = await openSignedIn('/admin/templates/two-terrible-buttons?tab=boxes', 'Robin', phone)
  await boardReady(page)
  await board(page).scrollIntoViewIfNeeded()
  const area = (await board(page).locator('img').boundingBox())!
  const finger = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number, y: number) =>
    finger.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: area.x + x * area.width, y: area.y + y * area.height }],
    })
  const drag = async (dx: number) => {
    await touch('touchStart', 0.5, 0.07)
    await touch('touchMove', 0.5 + dx / 2, 0.07)
    await touch('touchMove', 0.5 + dx, 0.07)
    await touch('touchEnd', 0.5 + dx, 0.07)
  }
  await page.touchscreen.tap(area.x + 0.5 * area.width, area.y + 0.07 * area.height)
  const left = await value(page, 'Left')
  await drag(0.2)
  await expect.poll(() => value(page, 'Left')).toBeGreaterThan(left + 150)
  // What is said about it above does not push the picture from under the finger.
  expect((await board(page).locator('img').boundingBox())!.y).toBeCloseTo(area.y, 0)
})
