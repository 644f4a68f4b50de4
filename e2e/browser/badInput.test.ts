import { expect, test } from 'vitest'
import { captionedFile, chooseFile, dropFiles, fields, zap } from '../support/createPage'
import { withSite } from '../support/withSite'

const site = withSite()

const text = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('not a picture') }
const fake = { name: 'fake.png', mimeType: 'image/png', buffer: Buffer.from('<html>not a picture either</html>') }
const empty = { name: 'empty.png', mimeType: 'image/png', buffer: Buffer.alloc(0) }

test('what cannot be a picture is refused before it is sent', async () => {
  const { page } = await site.browser.open('/')
  const sent: string[] = []
  page.on('request', (request) => request.url().endsWith('/api/uploads') && sent.push(request.url()))
  await dropFiles(page, [text])
  await page.getByText('“notes.txt” is not a picture.').waitFor()
  await dropFiles(page, [captionedFile(31, null), captionedFile(32, null)])
  await page.getByText('One picture at a time').waitFor()
  await dropFiles(page, [empty])
  await page.getByText('“empty.png” is empty.').waitFor()
  await page.route('**/api/graphql', async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace(/"maxUploadBytes":\d+/, '"maxUploadBytes":2000')
    await route.fulfill({ response, body })
  })
  await page.reload()
  await page.waitForLoadState('networkidle')
  await dropFiles(page, [captionedFile(33, null)])
  await page.getByText(/up to 2 kB can be used/).waitFor()
  expect(sent).toEqual([])
})

test('what the server finds out is told beside the picture, and the words stay', async () => {
  const { page } = await site.browser.open('/')
  await chooseFile(page, fake)
  await page
    .getByRole('alert')
    .getByText(/not a picture|damaged/)
    .waitFor()
  await fields(page).first().fill('typed all the same')
  await zap(page).click()
  await page.getByText('First a picture that can be used.').waitFor()
  const dialog = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Other picture' }).click()
  await (await dialog).setFiles({ ...captionedFile(34, ['NOW A REAL', 'PICTURE']) })
  await page.getByText('Words found in 2 places').waitFor()
  expect(await fields(page).first().inputValue()).toBe('typed all the same')
})

test('addresses that are none, and those of private networks', async () => {
  const { page } = await site.browser.open('/')
  await page.getByLabel('Or give its web address').fill('cat.jpg')
  await page.getByRole('button', { name: 'Get it' }).click()
  await page.getByText('This is not a web address that starts with http:// or https://.').waitFor()
  await page.getByLabel('Or give its web address').fill('http://127.0.0.1:9/cat.jpg')
  await page.getByRole('button', { name: 'Get it' }).click()
  await page
    .getByRole('alert')
    .getByText(/private network/)
    .waitFor()
})

test('a meme without any words is not asked for', async () => {
  const { page } = await site.browser.open('/')
  await chooseFile(page, captionedFile(35, ['WORDS', 'TO REPLACE']))
  await page.getByText('Words found in 2 places').waitFor()
  await zap(page).click()
  await page.getByText('Type at least one caption first.').waitFor()
})

test('a site that does not answer is told, and trying again works', async () => {
  const { page } = await site.browser.open('/')
  await page.route('**/api/uploads', (route) => route.abort())
  await chooseFile(page, captionedFile(36, ['TRY IT', 'AGAIN']))
  await page.getByText('The site does not answer just now.').waitFor()
  await page.unroute('**/api/uploads')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('Words found in 2 places').waitFor()
})

test('a page that is not there says so', async () => {
  const { page } = await site.browser.open('/memes/6b7c1b1e-0000-4000-8000-000000000000')
  await page.getByRole('heading', { name: 'One does not simply find this page' }).waitFor()
})
