import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { TemplateSource } from '#core/jobPayload'
import { defaultStyle } from '#core/style'
import { ask } from '#e2e/support/api'
import { withTestStore } from '#e2e/support/testStore'
import { database } from '#store/database'
import { saveTemplate } from '#store/templates/saveTemplate'
import type { StoredTemplate } from '#store/templates/template'

withTestStore()

const generate = `mutation ($input: GenerateMemeInput!) {
  generateMeme(input: $input) {
    __typename
    ... on JobTicket { joined job { id } }
    ... on Problem { code message }
    ... on RequestProblem { field }
  }
}`

const place = { x: 0.1, y: 0.1, width: 0.3, height: 0.2, angle: -6 }
const paper = { ...defaultStyle, font: 'comic', color: '#2b1a2e', outlineColor: '#ffffff', outlineWidth: 0 } as const
const picture = {
  file: `${'b'.repeat(64)}.webp`,
  thumbFile: `${'c'.repeat(64)}.webp`,
  thumbWidth: 480,
  thumbHeight: 320,
  width: 1200,
  height: 800,
  frames: 1,
}

const saved = (slug: string, state: 'published' | 'draft', y = place.y): Promise<StoredTemplate> =>
  saveTemplate({
    words: {
      slug,
      name: slug,
      aliases: [],
      keywords: [],
      description: '',
      boxes: [
        { box: place, style: paper, example: 'this' },
        { box: { ...place, y }, style: defaultStyle, example: 'that' },
      ],
      source: 'own',
      licence: 'MIT',
    },
    state,
    pictures: [
      { ...picture, style: 'another', sourceSha256: 'f'.repeat(64) },
      { ...picture, style: 'default', sourceSha256: 'a'.repeat(64) },
    ],
    actor: 'test',
    action: 'create',
  })

let template: StoredTemplate

beforeAll(async () => {
  template = await saved('two-buttons', 'published')
  await saved('unfinished', 'draft')
})

async function generateMeme(input: object) {
  const { data, errors } = await ask(generate, {
    input: { source: { templateId: 'two-buttons' }, captions: ['Hello'], ...input },
  })
  expect(errors).toBeUndefined()
  return data.generateMeme
}

async function payloadOf(input: object) {
  const { job } = await generateMeme(input)
  const row = await database().job.findUniqueOrThrow({ where: { id: job.id } })
  return row.payload as unknown as { source: TemplateSource; captions: string[] }
}

test('gives the worker the default picture and the boxes, so that it needs no look-up', async () => {
  const { source, captions } = await payloadOf({ captions: ['one', 'two'] })
  expect(source).toEqual({
    templateId: template.id,
    sha256: 'a'.repeat(64),
    boxes: [
      { box: place, style: paper },
      { box: place, style: defaultStyle },
    ],
  })
  expect(captions).toEqual(['one', 'two'])
})

test('lets the style asked for override the boxes, in what it names', async () => {
  const { source } = await payloadOf({ style: { letterCase: 'AS_TYPED', align: 'LEFT' } })
  expect(source.boxes[0]!.style).toEqual({ ...paper, letterCase: 'as-typed', align: 'left' })
  expect(source.boxes[1]!.style).toEqual({ ...defaultStyle, letterCase: 'as-typed', align: 'left' })
})

test('gives a chosen colour the outline that suits it, unless one was chosen, too', async () => {
  const { source } = await payloadOf({ style: { color: '#FFFFFF' } })
  expect(source.boxes[0]!.style).toMatchObject({ color: '#ffffff', outlineColor: 'auto', outlineWidth: 'auto' })
  const both = await payloadOf({ style: { color: '#FFFFFF', outlineColor: '#00ff00', outlineWidth: 0.2 } })
  expect(both.source.boxes[0]!.style).toMatchObject({ outlineColor: '#00ff00', outlineWidth: 0.2 })
})

test('is one request by slug or id, whatever the mode, until the template changes', async () => {
  const captions = [randomUUID()]
  const first = await generateMeme({ captions })
  const second = await generateMeme({ captions, source: { templateId: template.id }, mode: 'CAPTION_BAR' })
  expect(second).toMatchObject({ joined: true, job: { id: first.job.id } })
  await saved('two-buttons', 'published', 0.7)
  expect(await generateMeme({ captions })).toMatchObject({ joined: false })
})

test('refuses more captions than boxes, and says how many there are', async () => {
  expect(await generateMeme({ captions: ['a', 'b', 'c'] })).toMatchObject({
    __typename: 'CaptionProblem',
    code: 'TOO_MANY_CAPTIONS',
    message: expect.stringContaining('2 places'),
  })
  expect((await payloadOf({ captions: ['a', 'b', '', ' '] })).captions).toEqual(['a', 'b'])
})

test('takes the picture that is asked for; another picture is another request', async () => {
  const captions = [randomUUID()]
  const plain = await generateMeme({ captions })
  const other = await generateMeme({ captions, templateStyle: 'another' })
  expect(other).toMatchObject({ joined: false })
  const row = await database().job.findUniqueOrThrow({ where: { id: other.job.id } })
  expect(row.payload).toMatchObject({ source: { templateId: template.id, sha256: 'f'.repeat(64) } })
  expect(await generateMeme({ captions, templateStyle: 'default' })).toMatchObject({ job: { id: plain.job.id } })
})

test('names the pictures there are when the one asked for is not there', async () => {
  expect(await generateMeme({ templateStyle: 'upside-down' })).toMatchObject({
    __typename: 'RequestProblem',
    code: 'NOT_FOUND',
    field: 'templateStyle',
    message: expect.stringContaining('“another”, “default”'),
  })
  expect(await generateMeme({ source: { url: 'https://x.example/a.png' }, templateStyle: 'another' })).toMatchObject({
    code: 'INPUT_INVALID',
    field: 'templateStyle',
  })
})

test.each(['nothing-like-it', 'unfinished', randomUUID()])('knows no published template %s', async (templateId) => {
  expect(await generateMeme({ source: { templateId } })).toMatchObject({
    __typename: 'RequestProblem',
    code: 'NOT_FOUND',
    field: 'source.templateId',
  })
})

test('an analysis of a template is refused: what stands on it is known', async () => {
  const analyze = `mutation ($input: AnalyzePictureInput!) {
    analyzePicture(input: $input) { __typename ... on Problem { code } ... on RequestProblem { field } }
  }`
  const { data } = await ask(analyze, { input: { source: { templateId: 'two-buttons' } } })
  expect(data.analyzePicture).toEqual({
    __typename: 'RequestProblem',
    code: 'INPUT_INVALID',
    field: 'source.templateId',
  })
})
