import { readFileSync } from 'node:fs'
import path from 'node:path'
import { loadImage } from '@napi-rs/canvas'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { captionedTemplate } from '#scripts/bench/picture'
import { projectFolder } from '#scripts/projectFolder'
import { type MemeClient, memeClient } from '../support/memeClient'
import { publishTemplates } from '../support/publishTemplates'
import { type Stack, startStack } from '../support/stack'

const SLUG = 'no-thanks-yes-please'
const file = readFileSync(path.join(projectFolder, 'prisma/templates', SLUG, 'picture.webp'))

let stack: Stack
let client: MemeClient
let upload: Buffer
let uploadId: string

const recognitionFields = 'matches { recognised confidence how template { slug } boxes { box { y } } }'
const analyze = `mutation ($input: AnalyzePictureInput!) { analyzePicture(input: $input) { ... on JobTicket { job { state analysis {
  ${recognitionFields} cleanedPicture { url } cleanTemplate { picture { url width height } boxes { example } saliency { columns } }
} } } } }`
const generate = `mutation ($input: GenerateMemeInput!) { generateMeme(input: $input) {
  ... on JobTicket { job { state problem { code } meme { url width height report { ${recognitionFields} placement textFound
    removal { method } stages { stage } recognition { use places regionsRestored template { slug } } } } } }
  ... on Problem { code message } } }`

interface Analyzed {
  readonly analyzePicture: {
    readonly job: {
      readonly analysis: {
        readonly matches: readonly { readonly recognised: boolean; readonly template: { readonly slug: string } }[]
        readonly cleanedPicture: { readonly url: string }
        readonly cleanTemplate: {
          readonly picture: { readonly url: string; readonly width: number }
          readonly boxes: readonly object[]
        }
      }
    }
  }
}

interface Generated {
  readonly generateMeme: {
    readonly job: {
      readonly meme: { readonly url: string; readonly width: number; readonly report: Record<string, unknown> }
    }
  }
}

const analysed = async () =>
  (await client.ask<Analyzed>(analyze, { input: { source: { uploadId }, waitMs: 30_000 } })).analyzePicture.job.analysis

const made = async (wishes: object) => {
  const input = { source: { uploadId }, captions: ['NEW', 'WORDS'], format: 'PNG', waitMs: 30_000, ...wishes }
  return (await client.ask<Generated>(generate, { input })).generateMeme.job.meme
}

beforeAll(async () => {
  stack = await startStack()
  client = memeClient(stack.url)
  upload = captionedTemplate(await loadImage(file), ['SOME OLD WORDS', 'AND SOME MORE'])
  uploadId = await client.upload(upload)
})

afterAll(() => stack?.stop())

/** Mean difference in the upper left, where old words were; levels of 255. */
async function differenceAtTop(picture: ArrayBuffer | Buffer, width: number): Promise<number> {
  const pixels = (bytes: ArrayBuffer | Buffer) =>
    sharp(bytes)
      .resize({ width })
      .removeAlpha()
      .extract({ left: 0, top: 0, width: Math.round(width / 2), height: Math.round(width / 8) })
      .raw()
      .toBuffer()
  const [one, other] = [await pixels(picture), await pixels(file)]
  return one.reduce((sum, value, index) => sum + Math.abs(value - other[index]!), 0) / one.length
}

test('a template that is published is recognised soon after, on the same picture, too', async () => {
  expect((await analysed()).matches).toEqual([])
  await publishTemplates(stack, [SLUG])
  // A worker looks at it behind the jobs.
  await expect.poll(async () => (await analysed()).matches.length, { timeout: 20_000 }).toBe(1)
})

test('a picture is recognised: what was under its words is shown, and the clean template offered', async () => {
  const { matches, cleanedPicture, cleanTemplate } = await analysed()
  expect(matches).toMatchObject([{ recognised: true, template: { slug: SLUG } }])
  const cleaned = await (await fetch(stack.url + cleanedPicture.url)).arrayBuffer()
  expect(await differenceAtTop(upload, 800)).toBeGreaterThan(10)
  expect(await differenceAtTop(cleaned, 800)).toBeLessThan(4)
  expect((await fetch(stack.url + cleanTemplate.picture.url)).status).toBe(200)
  expect(cleanTemplate.boxes).toHaveLength(2)
})

test('its meme has the words in the template’s boxes, and a report of what was done', async () => {
  const { report } = await made({})
  expect(report).toMatchObject({
    placement: 'TEMPLATE',
    removal: { method: 'RESTORE' },
    matches: [{ recognised: true, template: { slug: SLUG } }],
    recognition: { use: 'RESTORE', places: 'TEMPLATE_BOXES', regionsRestored: 2, template: { slug: SLUG } },
  })
  expect(report.stages).toContainEqual({ stage: 'MATCH' })
})

test('old places, the clean template, and no recognition at all are one wish away', async () => {
  expect((await made({ recognisedPlaces: 'OLD_PLACES' })).report).toMatchObject({
    placement: 'REPLACED',
    recognition: { places: 'OLD_PLACES' },
  })
  const clean = await made({ recognition: 'CLEAN_TEMPLATE' })
  expect(clean.report).toMatchObject({ placement: 'TEMPLATE', recognition: { use: 'CLEAN_TEMPLATE' } })
  expect(clean.width).toBe((await sharp(file).metadata()).width)
  expect((await made({ recognition: 'IGNORE' })).report).toMatchObject({
    placement: 'REPLACED',
    matches: [],
    recognition: null,
  })
})
