import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import {
  captionedFile,
  chooseFile,
  dropFiles,
  fields,
  lock,
  preview,
  previewState,
  resultTitle,
  zap,
} from '../support/createPage'
import { pictureDifference } from '../support/pictureDifference'
import { withSite } from '../support/withSite'

const site = withSite()

const topWords = { x: 0.2, y: 0.03, width: 0.6, height: 0.13 }
const bottomWords = { x: 0.2, y: 0.84, width: 0.6, height: 0.13 }
const middle = { x: 0, y: 0.3, width: 1, height: 0.4 }

describe('a captioned meme that is dropped', () => {
  test('shows its words, takes new ones, and becomes a meme with them', async () => {
    const { page, complaints } = await site.browser.open('/')
    const original = captionedFile(11, ['OLD TOP WORDS', 'OLD BOTTOM WORDS'])
    await dropFiles(page, [original])

    // What was found stands in its places, and each place has a field.
    await page.getByRole('button', { name: 'Type new words for “OLD TOP WORDS”' }).waitFor()
    expect(await fields(page).count()).toBe(2)
    expect(await fields(page).first().getAttribute('placeholder')).toBe('OLD TOP WORDS')
    const untouched = await previewState(page)

    // The bottom words stay: their field gives way to a note, and comes back when they are not kept after all.
    await lock(page, 'OLD BOTTOM WORDS').click()
    expect(await lock(page, 'OLD BOTTOM WORDS').getAttribute('aria-pressed')).toBe('true')
    await page.getByText('stays').waitFor()
    expect(await fields(page).count()).toBe(1)

    await fields(page).first().fill('new words')
    await page.getByRole('img', { name: 'Preview with your words: new words' }).waitFor()
    expect(await previewState(page)).not.toBe(untouched)

    await page.evaluate(() => {
      const seen = new Set<string>()
      Object.assign(window, { seen })
      new MutationObserver(() => {
        const text = document.querySelector('[role=progressbar]')?.getAttribute('aria-label')
        if (text) seen.add(text)
      }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
    })
    const polls: string[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/api/graphql') && request.postData()?.includes('query JobById'))
        polls.push(request.url())
    })
    await zap(page).click()
    await resultTitle(page).waitFor()
    const seen = await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen])
    expect(seen).toEqual(expect.arrayContaining([expect.stringMatching(/words|picture|meme/)]))
    expect(polls).toEqual([])

    const shown = page.getByRole('img', { name: 'Meme: new words' })
    const result = await bytesOf(
      `${site.stack.url}${new URL((await shown.getAttribute('src')) ?? '', site.stack.url).pathname}`,
    )
    const before = await sharp(original.buffer).jpeg({ quality: 90 }).toBuffer()
    expect(await pictureDifference(before, result, topWords)).toBeGreaterThan(20)
    expect(await pictureDifference(before, result, bottomWords)).toBeLessThan(6)
    expect(await pictureDifference(before, result, middle)).toBeLessThan(6)
    await page.getByText('Your words stand where the old ones stood.').waitFor()
    expect(complaints).toEqual([])
  })

  test('is downloaded in every format, and changed with everything kept', async () => {
    const { page } = await site.browser.open('/')
    await chooseFile(page, captionedFile(12, ['FIRST OF TWO', 'SECOND OF TWO']))
    await page.getByText('Words found in 2 places').waitFor()
    await fields(page).first().fill('for all formats')
    await page.getByText('Friendly').click()
    await page.keyboard.press('Control+Enter')
    await resultTitle(page).waitFor()
    for (const [name, format] of [
      ['JPEG', 'jpeg'],
      ['PNG', 'png'],
      ['WebP', 'webp'],
    ] as const) {
      const waiting = page.waitForEvent('download')
      await page.getByRole('button', { name: `Download ${name}` }).click()
      const download = await waiting
      expect(download.suggestedFilename()).toMatch(/^for-all-formats\.(jpg|png|webp)$/)
      const { format: found, width } = await sharp(await readFile(await download.path())).metadata()
      expect({ found, width }).toEqual({ found: format, width: 1024 })
    }
    await page.getByRole('button', { name: 'Change words' }).click()
    expect(await fields(page).first().inputValue()).toBe('for all formats')
    expect(await page.getByRole('radio', { name: 'Friendly' }).isChecked()).toBe(true)
    await fields(page).first().fill('second thoughts')
    await zap(page).click()
    await page.getByRole('img', { name: 'Meme: second thoughts' }).waitFor()

    // The browser's Back leads to the words, too.
    await page.goBack()
    expect(await fields(page).first().inputValue()).toBe('second thoughts')

    // Both are remembered in this browser, and open on pages of their own.
    await page.goto(`${site.stack.url}/memes`)
    const tiles = page.getByRole('main').getByRole('listitem')
    await tiles.nth(1).waitFor()
    expect(await tiles.count()).toBe(2)
    await tiles.getByRole('img', { name: 'second thoughts' }).click()
    await page.getByRole('heading', { name: 'second thoughts' }).waitFor()
    expect(await page.locator('meta[property="og:image"]').getAttribute('content')).toMatch(
      /^http.*\/images\/\w+\.jpg$/,
    )
  })

  test('can be looked at before and after, by keyboard', async () => {
    const { page } = await site.browser.open('/', { reducedMotion: 'reduce' })
    await chooseFile(page, captionedFile(13, ['SLIDE ME', 'SIDEWAYS']))
    await fields(page).nth(1).waitFor()
    await page.getByText('Words found in 2 places').waitFor()
    await fields(page).first().fill('slid')
    await zap(page).click()
    const slider = page.getByRole('slider', { name: /picture before/ })
    await slider.focus()
    await page.keyboard.press('End')
    expect(await slider.getAttribute('aria-valuetext')).toBe('100 percent before')
  })
})

describe('other ways in', () => {
  test('an address: the page hands it over and shows what comes of it', async () => {
    const { page } = await site.browser.open('/')
    // The internet's part is played by an upload; that fetching works is the worker's own test.
    const uploadId = await upload(captionedFile(14, ['FROM FAR AWAY', 'BY ITS ADDRESS']).buffer)
    const asked: unknown[] = []
    await page.route('**/api/graphql', async (route) => {
      const body = route.request().postDataJSON() as { variables: { input?: { source?: { url?: string } } } }
      if (!body.variables.input?.source?.url) return route.continue()
      asked.push(body.variables.input.source)
      body.variables.input = { source: { uploadId } as object }
      return route.continue({ postData: JSON.stringify(body) })
    })
    await page.getByLabel('Or give its web address').fill('https://memes.example/cat.jpg?size=large')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Type new words for “FROM FAR AWAY”' }).waitFor()
    expect(asked).toEqual([{ url: 'https://memes.example/cat.jpg?size=large' }])
    await page.getByText('cat.jpg').waitFor()
    await fields(page).first().fill('near by')
    await zap(page).click()
    await resultTitle(page).waitFor()
  })

  test('a pasted picture', async () => {
    const { page } = await site.browser.open('/')
    const base64 = captionedFile(15, ['PASTED WORDS', 'AND MORE']).buffer.toString('base64')
    await page.evaluate((text) => {
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File([bytes], 'image.png', { type: 'image/jpeg' }))
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, base64)
    await page.getByRole('button', { name: 'Type new words for “PASTED WORDS”' }).waitFor()
  })

  test('the example', async () => {
    const { page } = await site.browser.open('/')
    await page.getByRole('button', { name: 'Try with an example' }).click()
    await page.getByRole('button', { name: 'Type new words for “I SAID JUST ONE MEME”' }).waitFor()
  })

  test('a picture without words gets them around its subject, or in a bar', async () => {
    const { page } = await site.browser.open('/')
    await chooseFile(page, captionedFile(16, null))
    await page.getByText('No words on this picture').waitFor()
    await fields(page).first().fill('in a bar')
    const ratioOf = () => preview(page).evaluate((canvas: HTMLCanvasElement) => canvas.width / canvas.height)
    await page.getByRole('radio', { name: 'In a bar' }).check()
    await expect.poll(ratioOf).toBeLessThan(1.3)
    await zap(page).click()
    await page.getByText('Your words stand in a bar beside the picture.').waitFor()
    await page.getByRole('button', { name: 'Before' }).click()
    await page.getByRole('img', { name: 'As it came' }).waitFor()
  })
})

test('nothing typed is lost by a reload, and steps can be undone', async () => {
  const { page } = await site.browser.open('/')
  await chooseFile(page, captionedFile(17, ['KEEP WHAT', 'I TYPED']))
  await page.getByText('Words found in 2 places').waitFor()
  await fields(page).nth(1).fill('still here')
  await lock(page, 'KEEP WHAT').click()
  await page.reload()
  await page.getByText('stays').waitFor()
  expect(await fields(page).first().inputValue()).toBe('still here')

  await page.getByRole('button', { name: 'Replace the words “KEEP WHAT”' }).click()
  expect(await fields(page).count()).toBe(2)
  await page.getByRole('heading', { name: 'Your words' }).click()
  await page.keyboard.press('Control+z')
  expect(await fields(page).count()).toBe(1)
  await page.getByRole('button', { name: 'Redo' }).click()
  expect(await fields(page).count()).toBe(2)
})

test('words that do not fit are told beside their field while they are typed', async () => {
  const { page } = await site.browser.open('/')
  await chooseFile(page, captionedFile(18, ['SHORT', 'WORDS']))
  await page.getByText('Words found in 2 places').waitFor()
  await fields(page).first().fill('too many lines\n'.repeat(33))
  await page.getByText(/does not fit its place at a size that can be read: about \d+/).waitFor()
  await fields(page).first().fill('fits')
  await page.getByText(/does not fit/).waitFor({ state: 'detached' })
  await fields(page).first().fill('glyphs of \u{13000}')
  await page.getByText('None of our fonts can draw \u{13000}.').waitFor()
})

async function bytesOf(url: string): Promise<Buffer> {
  return Buffer.from(await (await fetch(url)).arrayBuffer())
}

async function upload(bytes: Buffer): Promise<string> {
  const response = await fetch(`${site.stack.url}/api/uploads`, {
    method: 'POST',
    headers: { 'x-memezap-upload': '1' },
    body: new Uint8Array(bytes),
  })
  return ((await response.json()) as { uploadId: string }).uploadId
}
