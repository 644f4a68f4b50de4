import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { Analysis } from '#core/analysis'
import type { FoundTemplate } from '#core/recognition'
import type { MemeReport } from '#core/report'
import { defaultStyle } from '#core/style'
import { ask } from '#e2e/support/api'
import { savedTemplate } from '#e2e/support/curatedTemplates'
import { withTestStore } from '#e2e/support/testStore'
import { config } from '#store/config'
import { database } from '#store/database'
import { putBytes } from '#store/files'
import { claimJob, endJob } from '#store/jobs/holdJob'
import { requestJob } from '#store/jobs/requestJob'
import { saveMeme } from '#store/memes'
import type { StoredTemplate } from '#store/templates/template'
import { saveUpload } from '#store/uploads'

withTestStore()

const place = { x: 0.1, y: 0.1, width: 0.3, height: 0.2, angle: -6 }
const style = { ...defaultStyle, color: '#ff8800', align: 'left' } as const
const matchFields = `template { slug } name style confidence recognised how flipped boxesLeftOut
  boxes { box { x angle } font color outlineColor outlineWidth letterCase align verticalAlign example background { color flat } }`

let template: StoredTemplate
let found: FoundTemplate

beforeAll(async () => {
  const words = { name: 'Two Buttons', boxes: [{ box: place, style, example: 'this' }] }
  template = await savedTemplate('two-buttons', words, 'published')
  const boxes = [{ box: place, style, example: 'this', background: { color: '#101010', flat: true, surface: null } }]
  const pictureId = template.pictures[0]!.id
  found = {
    templateId: template.id,
    pictureId,
    name: 'Two Buttons',
    style: 'default',
    confidence: 0.99,
    recognised: true,
    how: 'fingerprint+alignment',
    flipped: false,
    boxes,
    boxesLeftOut: 1,
  }
})

const publicMatch = {
  name: 'Two Buttons',
  style: 'default',
  confidence: 0.99,
  recognised: true,
  how: expect.stringMatching(/fingerprint/),
  flipped: false,
  boxesLeftOut: 1,
  boxes: [
    {
      box: { x: 0.1, angle: -6 },
      font: 'ANTON',
      color: '#ff8800',
      outlineColor: null,
      outlineWidth: null,
      letterCase: 'UPPER',
      align: 'LEFT',
      verticalAlign: null,
      example: 'this',
      background: { color: '#101010', flat: true },
    },
  ],
}

async function memeWith(changes: Partial<MemeReport>): Promise<string> {
  const { name } = await putBytes('images', Buffer.from(randomUUID()), 'jpg')
  const report: MemeReport = {
    textFound: [],
    removal: { regionsRemoved: 1, method: 'restore', skippedBecause: null },
    placement: 'template',
    animatedSource: false,
    stages: [{ stage: 'match', durationMs: 12, cacheHit: false }],
    ...changes,
  }
  const row = { sourceSha256: 'a'.repeat(64), file: name, format: 'jpeg' as const, width: 1, height: 1, bytes: 4 }
  return (await saveMeme({ ...row, contentKey: randomUUID(), captions: [], report }, [])).id
}

const reportOf = async (id: string) => {
  const query = `query ($id: ID!) { meme(id: $id) { report { removal { method } stages { stage } matches { ${matchFields} }
    recognition { use template { slug } name places regionsRestored regionsInpainted regionsOfTemplate } } } }`
  const { data, errors } = await ask(query, { id })
  expect(errors).toBeUndefined()
  return data.meme.report
}

const recognition = {
  use: 'RESTORE',
  name: 'Two Buttons',
  places: 'TEMPLATE_BOXES',
  regionsRestored: 2,
  regionsInpainted: 1,
  regionsOfTemplate: 0,
} as const

test('a report tells what was recognised, also when the template has gone since', async () => {
  const id = await memeWith({ matches: [found], recognition: { ...recognition, templateId: template.id } })
  expect(await reportOf(id)).toEqual({
    removal: { method: 'RESTORE' },
    stages: [{ stage: 'MATCH' }],
    matches: [{ ...publicMatch, template: { slug: 'two-buttons' } }],
    recognition: { ...recognition, template: { slug: 'two-buttons' } },
  })
  await database().template.update({ where: { id: template.id }, data: { state: 'RETIRED' } })
  expect(await reportOf(id)).toMatchObject({
    matches: [{ ...publicMatch, template: null }],
    recognition: { ...recognition, template: null },
  })
  await database().template.update({ where: { id: template.id }, data: { state: 'PUBLISHED' } })
})

test('a meme made before templates were recognised has no matches', async () => {
  expect(await reportOf(await memeWith({}))).toMatchObject({ matches: [], recognition: null })
})

test('a page of memes reads their templates with one query', async () => {
  const ids = await Promise.all(
    [1, 2, 3].map(() => memeWith({ matches: [found], recognition: { ...recognition, templateId: template.id } })),
  )
  const query = `query ($ids: [ID!]) { memes(ids: $ids) { edges { node { report { matches { template { slug } } recognition { template { slug } } } } } } }`
  const { data } = await ask(query, { ids })
  expect(data.memes.edges).toHaveLength(3)
  for (const { node } of data.memes.edges)
    expect(node.report).toEqual({
      matches: [{ template: { slug: 'two-buttons' } }],
      recognition: { template: { slug: 'two-buttons' } },
    })
})

test('an analysis has matches once they are known, and the clean template', async () => {
  const upload = await saveUpload(await putBytes('sources', Buffer.from(randomUUID())), 1)
  const source = { sha256: upload.sha256, uploadId: upload.id }
  const { job } = await requestJob({ kind: 'ANALYZE', source, recognise: true }, config())
  const saliency = { columns: 1, rows: 1, values: [0.5] }
  const line = { text: 'SIGN', confidence: 1, box: place, ofTemplate: true }
  const analysis: Analysis = {
    uploadId: upload.id,
    width: 10,
    height: 10,
    animated: false,
    regions: [{ id: '0', text: 'SIGN', box: place, lines: [line], background: { color: '#ffffff', flat: false } }],
    willRemoveText: false,
    picture: null,
    cleanedPicture: null,
    saliency,
    matches: [found],
    cleanTemplate: { templateId: found.templateId, pictureId: found.pictureId, boxes: found.boxes, saliency },
  }
  const hold = (await claimJob(job.id, 'a-worker', 3))!
  const query = `query ($id: ID!) { job(id: $id) { analysis { regions { lines { ofTemplate } } matches { ${matchFields} }
    cleanTemplate { picture { url width height } boxes { example background { color } } saliency { values } } } } }`
  await endJob(hold, { analysis })
  const { data, errors } = await ask(query, { id: job.id })
  expect(errors).toBeUndefined()
  expect(data.job.analysis).toEqual({
    regions: [{ lines: [{ ofTemplate: true }] }],
    matches: [{ ...publicMatch, template: { slug: 'two-buttons' } }],
    cleanTemplate: {
      picture: { url: expect.stringContaining(template.pictures[0]!.file), width: 800, height: 600 },
      boxes: [{ example: 'this', background: { color: '#101010' } }],
      saliency: { values: [0.5] },
    },
  })
})

test('the wish what to do with a recognised template reaches the worker, and makes another request', async () => {
  const { id: uploadId } = await saveUpload(await putBytes('sources', Buffer.from(randomUUID())), 1)
  const generate = `mutation ($input: GenerateMemeInput!) { generateMeme(input: $input) {
    ... on JobTicket { joined job { id } } ... on Problem { code } } }`
  const asked = async (input: object) => {
    const { data } = await ask(generate, { input: { source: { uploadId }, captions: ['so'], ...input } })
    const row = await database().job.findUniqueOrThrow({ where: { id: data.generateMeme.job.id } })
    return { ...data.generateMeme, payload: row.payload }
  }
  const first = await asked({})
  expect(first.payload).toMatchObject({ recognition: 'RESTORE', places: 'TEMPLATE_BOXES', style: {} })
  expect((await asked({ recognition: 'RESTORE', recognisedPlaces: 'TEMPLATE_BOXES' })).joined).toBe(true)
  const wishes = [{ recognition: 'CLEAN_TEMPLATE' }, { recognition: 'IGNORE' }, { recognisedPlaces: 'OLD_PLACES' }]
  for (const wish of wishes) expect((await asked(wish)).joined).toBe(false)
  expect((await asked({ recognition: 'IGNORE' })).payload).toMatchObject({ recognition: 'IGNORE' })
})

test('an analysis that need not recognise says so to the worker', async () => {
  const { id: uploadId } = await saveUpload(await putBytes('sources', Buffer.from(randomUUID())), 1)
  const analyze = `mutation ($input: AnalyzePictureInput!) { analyzePicture(input: $input) { ... on JobTicket { joined job { id } } } }`
  const asked = async (input: object) =>
    (await ask(analyze, { input: { source: { uploadId }, ...input } })).data.analyzePicture
  await asked({})
  expect((await asked({ recognise: true })).joined).toBe(true)
  const plain = await asked({ recognise: false })
  expect(plain.joined).toBe(false)
  const row = await database().job.findUniqueOrThrow({ where: { id: plain.job.id } })
  expect(row.payload).toMatchObject({ recognise: false })
})

test('the same idempotency key answers the same job also when templates have changed since', async () => {
  const { id: uploadId } = await saveUpload(await putBytes('sources', Buffer.from(randomUUID())), 1)
  const generate = `mutation ($input: GenerateMemeInput!) { generateMeme(input: $input) {
    ... on JobTicket { job { id } } ... on Problem { code } } }`
  const input = { source: { uploadId }, captions: ['so'], idempotencyKey: randomUUID() }
  const first = (await ask(generate, { input })).data.generateMeme
  await database().template.update({ where: { id: template.id }, data: { name: 'Other Name' } })
  const second = (await ask(generate, { input })).data.generateMeme
  expect(second).toEqual(first)
})
