import type { Locator, Page } from 'playwright-core'
import { benchPicture } from '#scripts/bench/picture'

/** A picture as a browser's file. */
export interface PictureFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** A meme with two captions, another one for each seed. */
export const captionedFile = (seed: number, captions: readonly [string, string] | null): PictureFile => ({
  name: `meme-${seed}.jpg`,
  mimeType: 'image/jpeg',
  buffer: benchPicture(seed, captions),
})

/** Lets files fall on the window, as a drag from the desktop does. */
export async function dropFiles(page: Page, files: readonly PictureFile[]): Promise<void> {
  const plain = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString('base64') }))
  const data = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer()
    for (const { name, mimeType, base64 } of all) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      transfer.items.add(new File([bytes], name, { type: mimeType }))
    }
    return transfer
  }, plain)
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: data })
  await page.getByText('Let it go!').waitFor()
  await page.dispatchEvent('body', 'drop', { dataTransfer: data })
}

/** Chooses a file through the button. */
export async function chooseFile(page: Page, file: PictureFile): Promise<void> {
  const dialog = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a picture' }).click()
  await (await dialog).setFiles({ ...file })
}

export const fields = (page: Page): Locator => page.getByRole('region', { name: 'Words and look' }).locator('textarea')
/** The lock at the words on the picture. */
export const lock = (page: Page, words: string): Locator =>
  page.getByRole('region', { name: 'Picture' }).getByRole('button', { name: `Keep the words “${words}”` })
export const zap = (page: Page): Locator => page.getByRole('button', { name: 'Zap it' })
export const preview = (page: Page): Locator => page.getByRole('img', { name: /^Preview/ })
export const resultTitle = (page: Page): Locator => page.getByRole('heading', { name: 'There it is.' })

/** The preview's pixels, as a hash: equal when nothing changed. */
export const previewState = (page: Page): Promise<string> =>
  preview(page).evaluate(async (canvas: HTMLCanvasElement) => {
    // Drawn in the next frame after a change; the one after that shows it for sure.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    return canvas.toDataURL()
  })
