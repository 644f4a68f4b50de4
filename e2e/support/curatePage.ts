import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { projectFolder } from '#scripts/projectFolder'
import type { PictureFile } from './createPage'

/** The secret of the sites that curators are tested on. */
export const adminToken = 'a secret for the tests of curators'

/** Signs in with the site's own form. */
export async function signIn(page: Page, name: string, token = adminToken): Promise<void> {
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Token', { exact: true }).fill(token)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** A starter template's picture as somebody saved it again: smaller, and as JPEG. */
export async function savedAgain(slug: string, name: string): Promise<PictureFile> {
  const file = path.join(projectFolder, 'prisma', 'templates', slug, 'picture.webp')
  const buffer = await sharp(file).resize(700).jpeg({ quality: 70 }).toBuffer()
  return { name, mimeType: 'image/jpeg', buffer }
}

/** The picture with its boxes: where keys go. */
export const board = (page: Page): Locator => page.getByRole('application', { name: 'Boxes on the picture' })
/** Waits until boxes can be taken hold of: the canvas is loaded on its own. */
export const boardReady = (page: Page): Promise<void> => board(page).locator('canvas').first().waitFor()
/** One of the numbers of the chosen box. */
export const number = (page: Page, label: string): Locator => page.getByRole('textbox', { name: label, exact: true })
/** What is changed and not saved. */
export const unsaved = (page: Page): Locator => page.getByRole('status').filter({ hasText: /^(Saved|Not saved: .*)$/ })

interface OnPicture {
  readonly x: number
  readonly y: number
}

/** Drags from one place of the picture to another, both in fractions of it. */
export async function dragOnPicture(page: Page, from: OnPicture, to: OnPicture, held?: string): Promise<void> {
  const area = (await board(page).locator('img').boundingBox())!
  const at = ({ x, y }: OnPicture) => [area.x + x * area.width, area.y + y * area.height] as const
  await page.mouse.move(...at(from))
  if (held) await page.keyboard.down(held)
  await page.mouse.down()
  await page.mouse.move(...at({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }))
  await page.mouse.move(...at(to))
  await page.mouse.up()
  if (held) await page.keyboard.up(held)
}
