import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { defaultStyle } from '#core/style'
import { ask } from '#e2e/support/api'
import { writeModelFolder } from '#e2e/support/clipModelFolder'
import { withTestStore } from '#e2e/support/testStore'
import { questionTasks } from '#store/askWorker'
import { config } from '#store/config'
import { database, databaseUrl } from '#store/database'
import { putBytes } from '#store/files'
import { jobEvents } from '#store/jobEvents'
import { installQueue } from '#store/queue'
import { emptySearches } from '#store/templates/emptySearches'
import { saveTemplate } from '#store/templates/saveTemplate'
import { byMeaning } from '#store/templates/search/byMeaning'
import { saveClipVector } from '#store/templates/vectors/saveDescription'
import { saveUpload } from '#store/uploads'
import { saveSignOfLife, signOff } from '#store/workers'
import { openLane } from '../kinds/lane'
import type { Clip } from '../models/clip/clip'
import { createClip } from '../models/clip/createClip'
import type { Parts } from '../parts'
import { createPictureCache } from '../pictureCache'
import { createPixelGate } from '../pixelGate'
import { drawnScene, opened, withWords } from '../recognise/testing/drawnScene'
import { describeTemplates } from '../templates/describeTemplates'
import { storeTemplatePicture } from '../templates/storeTemplatePicture'
import { questionLane } from './questionLane'

withTestStore()

const pixels = createPixelGate(1e7)
const WORDS = 'do cat do'
const scenes = Array.from({ length: 12 }, (_, seed) => drawnScene(seed + 1, 360, 270))
const names = [
  'Harbour',
  'Meadow',
  'Tunnel',
  'Attic',
  'Lantern',
  'Orchard',
  'Quarry',
  'Viaduct',
  'Cellar',
  'Glacier',
  'Bazaar',
  'Jetty',
]
let clip: Clip
let pictureIds: readonly string[]
let startAnswering: () => Promise<void>
let stopAnswering: () => Promise<void>

const settings = () => {
  // In the test's own storage folder, which goes with it.
  const directory = path.join(config().storage.directory, 'models')
  writeModelFolder(path.join(directory, 'small'), { seed: 3 })
  return {
    ...config(),
    clip: { ...config().clip, model: 'small', directory },
    vector_db: { ...config().vector_db, enable_gpu: false },
  }
}

const model = () => {
  if (clip.report.state !== 'ready') throw new Error('The small model is there')
  return { model: clip.report.model, version: clip.report.version }
}

/** A worker that lives, and says what it has loaded. */
const workerSays = (clipReport: unknown) =>
  saveSignOfLife({
    id: 'someone',
    state: 'READY',
    host: 'here',
    pid: 1,
    queueIds: [],
    models: { clip: clipReport },
    rssBytes: 0,
    load: 0,
  })

/** Long enough that the machine's speed decides nothing. */
const patient = {
  config: { ...config(), queue: { ...config().queue, dead_after_seconds: 600 } },
  waitMs: 30_000,
}

const found = async (search: string) => {
  const query = 'query ($search: String) { templates(search: $search) { edges { reasons node { name } } } }'
  const { data } = await ask(query, { search })
  return data.templates.edges.map(({ reasons, node }: { reasons: string[]; node: { name: string } }) => [
    node.name,
    ...reasons,
  ])
}

beforeAll(async () => {
  await installQueue(databaseUrl())
  const small = settings()
  clip = await createClip(small)
  const templates = await Promise.all(
    scenes.map(async (scene, index) => {
      const picture = await storeTemplatePicture('default', await opened(scene).png().toBuffer(), config())
      const box = { box: { x: 0, y: 0, width: 1, height: 0.2, angle: 0 }, style: defaultStyle, example: '' }
      const words = { slug: `scene-${index}`, name: names[index]!, aliases: [], keywords: [], description: '' }
      const whole = { ...words, boxes: [box], source: 'own', licence: 'MIT' }
      return saveTemplate({ words: whole, state: 'published', pictures: [picture], actor: 'test', action: 'create' })
    }),
  )
  pictureIds = templates.map(({ pictures }) => pictures[0]!.id)
  while ((await describeTemplates({ config: config(), clip, pixels })) > 0);
  const parts = { config: small, clip, pictures: createPictureCache(small.cache), pixels } as Parts
  startAnswering = async () => {
    const runner = await openLane(questionLane({ withHelp: (work) => work(parts) }), new Set())
    stopAnswering = () => runner.stop()
  }
  await startAnswering()
  await jobEvents().ready()
}, 120_000)
beforeEach(() => workerSays(clip.report))
afterAll(async () => {
  await stopAnswering()
  await clip.close()
})

/** Makes a template look just like words: random weights know no likeness of their own. */
async function looksLike(pictureId: string, words: string, of = model()) {
  const [before] = await database().$queryRaw<{ vector: number[] }[]>`
    select vector::real[] as vector from template_clip where picture_id = ${pictureId}::uuid`
  const write = (vector: Float32Array, by: typeof of) => saveClipVector(pictureId, { ...by, vector, likenesses: [] })
  await write((await clip.embedText(words))!, of)
  onTestFinished(() => write(Float32Array.from(before!.vector), model()))
}

test('a search finds what looks like its words, once a worker has embedded them', async () => {
  expect(await found(WORDS)).toEqual([])
  await looksLike(pictureIds[2]!, WORDS)
  const { hits, isPending } = await byMeaning(WORDS, patient)
  expect(isPending).toBe(false)
  expect(hits).toHaveLength(1)
  expect(hits[0]!.score).toBeCloseTo(1, 3)
  expect(await found(`  ${WORDS.toUpperCase()} `)).toEqual([['Tunnel', 'looks like']])
})

test('and by both when the name says so too', async () => {
  await looksLike(pictureIds[5]!, 'orchard')
  await byMeaning('orchard', patient)
  expect(await found('orchard')).toEqual([['Orchard', 'name', 'looks like']])
})

test('nothing stands out for words that no picture is like', async () => {
  expect(await byMeaning('qxzv wwkj', patient)).toEqual({ hits: [], isPending: false })
})

test('vectors of another model are not compared', async () => {
  await looksLike(pictureIds[7]!, 'cat do cat', { model: 'small', version: 'another' })
  expect(await byMeaning('cat do cat', patient)).toEqual({ hits: [], isPending: false })
  await workerSays({ ...clip.report, version: 'another' })
  expect(await byMeaning('cat do cat', { ...patient, waitMs: 0 })).toEqual({ hits: [], isPending: true })
})

test('without a worker that has CLIP, and without any, searches go by their words', async () => {
  await workerSays({ state: 'missing', model: 'small', missing: [], how: '' })
  expect(await byMeaning(WORDS, patient)).toEqual({ hits: [], isPending: false })
  await signOff('someone', 600, 3)
  expect(await byMeaning(WORDS, patient)).toEqual({ hits: [], isPending: false })
  expect(await found('harbour')).toEqual([['Harbour', 'name']])
})

test('a search whose meaning is still being looked for does not count as one without results', async () => {
  await workerSays({ ...clip.report, version: 'one that nobody answers for' })
  expect(await found('unheard of')).toEqual([])
  expect(await emptySearches(100)).not.toContainEqual(expect.objectContaining({ words: 'unheard of' }))
  await signOff('someone', 600, 3)
  expect(await found('unheard of')).toEqual([])
  expect(await emptySearches(100)).toContainEqual(expect.objectContaining({ words: 'unheard of' }))
})

const similar = async (variables: object) => {
  const query = `query ($templateId: ID, $uploadId: ID) {
    similarTemplates(templateId: $templateId, uploadId: $uploadId) { similarity reasons template { slug } } }`
  const { data, errors } = await ask(query, variables)
  expect(errors).toBeUndefined()
  return data.similarTemplates
}

test('an upload is like the template it shows, though there are words on it', async () => {
  const caption = { x: 40, y: 20, width: 280, height: 36 }
  const captioned = withWords(scenes[4]!, caption)
  const file = await putBytes('sources', await opened(captioned).jpeg({ quality: 70 }).toBuffer())
  const { id } = await saveUpload(file, 1)
  const [best] = await similar({ uploadId: id })
  expect(best).toMatchObject({ template: { slug: 'scene-4' }, reasons: expect.arrayContaining(['composition']) })
  expect(best.similarity).toBeGreaterThan(0.7)
})

test('an upload is looked at once, and answers come also where the shared caches fail', async () => {
  const file = await putBytes('sources', await opened(scenes[7]!).jpeg({ quality: 60 }).toBuffer())
  const upload = await saveUpload(file, 1)
  const looked = () =>
    database().$queryRaw`select from graphile_worker.jobs where task_identifier = ${questionTasks.describeUpload}`
  const first = await similar({ uploadId: upload.id })
  // It would wait in vain for a worker now.
  await stopAnswering()
  await database().$executeRaw`delete from worker_answer`
  expect(await similar({ uploadId: upload.id })).toEqual(first)
  expect(await looked()).toEqual([])
  await startAnswering()
  await database().$executeRaw`alter table cache_entry rename to moved`
  await database().$executeRaw`delete from worker_answer`
  const without = await similar({ uploadId: upload.id })
  const { isPending } = await byMeaning('without a cache', patient)
  await database().$executeRaw`alter table moved rename to cache_entry`
  expect(without).toEqual(first)
  expect(isPending).toBe(false)
})

test('a template is like another of the same picture, and never like itself', async () => {
  const picture = await storeTemplatePicture(
    'default',
    await opened(scenes[9]!).jpeg({ quality: 40 }).toBuffer(),
    config(),
  )
  const words = { slug: `copy-${randomUUID()}`, name: 'Copy', aliases: [], keywords: [], description: '', boxes: [] }
  const whole = { ...words, source: 'own', licence: 'MIT' }
  await saveTemplate({ words: whole, state: 'published', pictures: [picture], actor: 'test', action: 'create' })
  while ((await describeTemplates({ config: config(), clip, pixels })) > 0);
  const hits = await similar({ templateId: 'scene-9' })
  expect(hits[0].template.slug).toBe(words.slug)
  expect(hits[0].similarity).toBeGreaterThan(0.8)
  expect(hits.map(({ template }: { template: { slug: string } }) => template.slug)).not.toContain('scene-9')
})
