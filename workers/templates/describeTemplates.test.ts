import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { Bitmap } from '#core/bitmap'
import { defaultStyle } from '#core/style'
import type { TemplateState } from '#core/template'
import { writeModelFolder } from '#e2e/support/clipModelFolder'
import { temporaryFolder } from '#e2e/support/temporaryFolder'
import { withTestStore } from '#e2e/support/testStore'
import { config } from '#store/config'
import { database } from '#store/database'
import { putBytes, removeFile } from '#store/files'
import { jobEvents } from '#store/jobEvents'
import { saveTemplate } from '#store/templates/saveTemplate'
import type { StoredTemplate } from '#store/templates/template'
import { galleryRevision } from '#store/templates/vectors/galleryRevision'
import { likelyDuplicates } from '#store/templates/vectors/likenesses'
import { nearestByClip, nearestByFingerprint } from '#store/templates/vectors/nearest'
import { currentKinds, vectorProgress } from '#store/templates/vectors/vectorProgress'
import { saveSignOfLife, signOff } from '#store/workers'
import type { Clip } from '#workers/models/clip/clip'
import { createClip } from '#workers/models/clip/createClip'
import { createPixelGate } from '#workers/pixelGate'
import { recognise } from '#workers/recognise/recognise'
import { recognitionVersion } from '#workers/recognise/recognitionVersion'
import { openStoredGallery } from '#workers/recognise/storedGallery'
import { describeTemplate } from '#workers/recognise/templatePrint'
import { asJpeg, drawn, drawnScene, opened, withWords } from '#workers/recognise/testing/drawnScene'
import { describeTemplates, descriptionKinds } from './describeTemplates'
import { storeTemplatePicture } from './storeTemplatePicture'

withTestStore()

const [width, height] = [360, 270]
const box = { box: { x: 0.1, y: 0, width: 0.8, height: 0.2, angle: 0 }, style: defaultStyle, example: '' }
let noClip: Clip
beforeAll(async () => {
  noClip = await createClip({ ...config(), clip: { ...config().clip, directory: path.join('/', randomUUID()) } })
})
afterEach(() => database().template.deleteMany())

async function clipOf(seed: number): Promise<Clip> {
  const directory = temporaryFolder()
  writeModelFolder(path.join(directory, 'small'), { seed })
  const settings = config()
  const clip = await createClip({
    ...settings,
    clip: { ...settings.clip, model: 'small', directory },
    vector_db: { ...settings.vector_db, enable_gpu: false },
  })
  onTestFinished(() => clip.close())
  return clip
}

const pngOf = (bitmap: Bitmap) => opened(bitmap).png().toBuffer()

/** A template of a drawn scene, or of other scenes as variants. */
async function template(
  slug: string,
  scenes: readonly Bitmap[],
  state: TemplateState = 'published',
): Promise<StoredTemplate> {
  const pictures = await Promise.all(
    scenes.map(async (scene, k) =>
      storeTemplatePicture(k === 0 ? 'default' : `variant ${k}`, await pngOf(scene), config()),
    ),
  )
  const words = {
    slug,
    name: slug,
    aliases: [],
    keywords: [],
    description: '',
    boxes: [box],
    source: 'own',
    licence: 'MIT',
  }
  return saveTemplate({ words, state, pictures, actor: 'test', action: 'save' })
}

const scenes = Array.from({ length: 6 }, (_, seed) => drawnScene(seed, width, height))
const scene = (seed: number): Bitmap => scenes[seed]!
const caption = { x: 40, y: 20, width: 280, height: 36 }

/** Runs the task as the queue would, until it does not ask for another go. */
async function describeAll(clip = noClip): Promise<number> {
  let count = 0
  for (let done = -1; done !== 0; count += done)
    done = await describeTemplates({ config: config(), clip, pixels: createPixelGate(1e7) })
  return count
}

const clipRows = () =>
  database().$queryRaw<{ id: string; model: string; version: string; vector: string }[]>`
    select picture_id as id, model, version, vector::text as vector from template_clip order by picture_id`
const failures = () =>
  database().$queryRaw<{ id: string; kind: string; reason: string; attempts: number }[]>`
    select picture_id as id, kind, reason, attempts from template_undescribed order by kind`

async function openGallery(...limits: Parameters<typeof openStoredGallery>) {
  const gallery = await openStoredGallery(...limits)
  onTestFinished(() => gallery.close())
  return gallery
}

const inMemory = [{ picturesInMemory: 1000, printBytes: 2 ** 20 }, 'in memory'] as const
const inDatabase = [{ picturesInMemory: 0, printBytes: 2 ** 20 }, 'in the database'] as const

describe.each([inMemory, inDatabase])('the gallery', (limits, where) => {
  it(`recognises what is described and published, and follows every change (fingerprints ${where})`, async () => {
    const gallery = await openGallery(limits)
    const found = async (bitmap: Bitmap) => (await recognise(bitmap, [], gallery))[0]?.id
    const meme = await asJpeg(withWords(scene(1), caption), 60)
    const { pictures, id } = await template('one', [scene(1), scene(2)])
    expect(gallery.size).toBe(0)
    await describeAll()

    const pictureId = pictures.find(({ style }) => style === 'default')!.id
    expect(await found(meme)).toBe(pictureId)
    expect(gallery.size).toBe(2)
    expect(gallery.known(pictureId)).toEqual({
      pictureId,
      templateId: id,
      slug: 'one',
      name: 'one',
      style: 'default',
      sourceSha256: pictures.find(({ style }) => style === 'default')!.sourceSha256,
      width,
      height,
      boxes: [box],
    })
    expect(await found(scene(2))).toBe(pictures.find(({ style }) => style === 'variant 1')!.id)

    await database().template.update({ where: { id }, data: { boxes: [] } })
    await gallery.refresh()
    expect(gallery.known(pictureId)?.boxes).toEqual([])

    for (const state of ['RETIRED', 'DRAFT'] as const) {
      await database().template.update({ where: { id }, data: { state } })
      expect(await found(meme)).toBeUndefined()
      expect(gallery.known(pictureId)).toBeUndefined()
      expect((await openGallery(limits)).size).toBe(0)
      await database().template.update({ where: { id }, data: { state: 'PUBLISHED' } })
      expect(await found(meme)).toBe(pictureId)
    }
    await database().template.delete({ where: { id } })
    expect(await found(meme)).toBeUndefined()
    expect(gallery.size).toBe(0)
  })
})

describe('the gallery', () => {
  it('is read anew by itself, and several who ask at once read it once', async () => {
    const gallery = await openGallery()
    await template('one', [scene(1)])
    await describeAll()
    await expect.poll(() => gallery.size).toBe(1)
    await template('two', [scene(2)])
    await describeAll()
    await Promise.all([gallery.refresh(), gallery.refresh(), gallery.refresh()])
    expect([gallery.size, gallery.revision]).toEqual([2, await galleryRevision()])
  })

  it('finds old and new pictures after many changes', async () => {
    await template('first', [scene(1)])
    await template('second', [scene(2)])
    await describeAll()
    const gallery = await openGallery()
    await template('third', [scene(3)])
    await template('first', [scene(4)])
    await describeAll()
    const found = async (seed: number) => {
      const [match] = await recognise(scene(seed), [], gallery)
      return match && gallery.known(match.id)?.slug
    }
    expect([await found(1), await found(2), await found(3), await found(4)]).toEqual([
      undefined,
      'second',
      'third',
      'first',
    ])
  })
})

describe('galleryRevision', () => {
  it('changes with what is recognised, and with nothing else', async () => {
    const { id } = await template('one', [scene(1)], 'draft')
    const revisions = [await galleryRevision()]
    const isNew = async () => {
      const revision = await galleryRevision()
      revisions.push(revision)
      return revision !== revisions.at(-2)
    }
    await describeAll()
    expect(await isNew()).toBe(false)
    await database().template.update({ where: { id }, data: { state: 'PUBLISHED' } })
    expect(await isNew()).toBe(true)
    await database().template.update({ where: { id }, data: { uses: { increment: 1 }, lastUsedAt: new Date() } })
    expect(await isNew()).toBe(false)
    await database().template.update({ where: { id }, data: { boxes: [] } })
    expect(await isNew()).toBe(true)
    await database().templatePicture.deleteMany({ where: { templateId: id } })
    expect(await isNew()).toBe(true)
  })
})

describe('describeTemplates', () => {
  it('describes each picture once, and a picture that changed anew', async () => {
    await template('one', [scene(1), scene(2)])
    await jobEvents().ready()
    const stepped = new Promise<void>((resolve) => onTestFinished(jobEvents().watchDescribing(resolve)))
    expect(await describeAll()).toBe(2)
    await stepped
    expect(await vectorProgress()).toMatchObject({ total: 2, recognition: { done: 2, failed: 0 }, failures: [] })
    expect(await describeAll()).toBe(0)
    const changed = await template('one', [scene(1), scene(3)])
    expect(await describeAll()).toBe(1)
    const { vectors } = await describeTemplate(scene(3))
    const [near] = await nearestByFingerprint(vectors, 1)
    expect(near).toMatchObject({ pictureId: changed.pictures.find(({ style }) => style !== 'default')!.id, query: 0 })
    expect(await nearestByFingerprint(vectors, 2, undefined, true)).toEqual(
      await nearestByFingerprint(vectors, 2, undefined, false),
    )
    expect(near!.likeness).toBeCloseTo(
      vectors[0]!.reduce((sum, value) => sum + value ** 2, 0),
      2,
    )
  })

  it('writes CLIP’s vectors anew for another model, and never compares those of two', async () => {
    const { pictures } = await template('one', [scene(1)])
    await template('two', [scene(2)])
    await describeAll()
    expect(await clipRows()).toEqual([])
    const [before, after] = [await clipOf(1), await clipOf(2)]
    expect(await describeAll(before)).toBe(2)
    const old = await clipRows()
    expect(await describeAll(before)).toBe(0)
    // Without CLIP what is there stays.
    expect(await describeAll()).toBe(0)

    const kindOf = (clip: Clip) => clip.report as { model: string; version: string }
    const vector = (await after.embedImage(scene(1)))!
    expect(await nearestByClip(vector, kindOf(after), 5)).toEqual([])
    expect(await describeAll(after)).toBe(2)
    const rows = await clipRows()
    expect(rows.map(({ id }) => id)).toEqual(old.map(({ id }) => id))
    expect(new Set(rows.map(({ version }) => version))).toEqual(new Set([kindOf(after).version]))
    expect(rows[0]!.vector).not.toBe(old[0]!.vector)
    const near = await nearestByClip(vector, kindOf(after), 5)
    expect(near[0]).toMatchObject({ pictureId: pictures[0]!.id, likeness: expect.closeTo(1, 2) })
    expect(near).toHaveLength(2)
    expect(await nearestByClip(vector, kindOf(after), 5, undefined, true)).toEqual(near)
    expect(await nearestByClip(vector, kindOf(before), 5)).toEqual([])
  })

  it('has pictures reach CLIP together, so that they can go through it in one batch', async () => {
    await template('three', [scene(1), scene(2), scene(3)])
    await describeAll()
    const clip = await clipOf(1)
    let asked = 0
    let release = () => {}
    const allAsked = new Promise<void>((resolve) => {
      release = resolve
    })
    const gated: Clip = {
      ...clip,
      async embedImage(bitmap) {
        asked += 1
        if (asked === 3) release()
        await allAsked
        return clip.embedImage(bitmap)
      },
    }
    expect(await describeAll(gated)).toBe(3)
    expect(await clipRows()).toHaveLength(3)
  })

  it('holds no more pixels open than may be in flight, those included that wait for CLIP', async () => {
    await template('two', [scene(1), scene(2)])
    await describeAll()
    const clip = await clipOf(1)
    const pixels = createPixelGate(width * height)
    let open = 0
    let most = 0
    const slow: Clip = {
      ...clip,
      async embedImage(bitmap) {
        open += 1
        most = Math.max(most, open)
        // Until the other one stands in line, or is open where it should stand in line.
        if (most === 1 && !(await clipRows()).length) await expect.poll(() => open + pixels.waiting()).toBe(2)
        const vector = await clip.embedImage(bitmap)
        open -= 1
        return vector
      },
    }
    expect(await describeTemplates({ config: config(), clip: slow, pixels })).toBe(2)
    expect(most).toBe(1)
    expect(pixels.inFlight()).toBe(0)
    expect(await clipRows()).toHaveLength(2)
  })

  it('passes over a picture that is gone or broken, and says why', async () => {
    const gone = await template('gone', [scene(1)])
    const broken = await template('broken', [scene(2)])
    await removeFile('sources', gone.pictures[0]!.sourceSha256)
    const { sha256 } = await putBytes('sources', Buffer.from('no picture'))
    await database().templatePicture.updateMany({ where: { templateId: broken.id }, data: { sourceSha256: sha256 } })
    const fine = await template('fine', [scene(3)])
    expect(await describeAll()).toBe(3)
    expect(await describeAll()).toBe(0)
    const gallery = await openGallery()
    expect([gallery.size, gallery.known(fine.pictures[0]!.id)?.slug]).toEqual([1, 'fine'])
    const reasons = new Map((await failures()).map(({ id, reason }) => [id, reason]))
    expect(reasons.get(gone.pictures[0]!.id)).toMatch(/not in the store/)
    expect(reasons.get(broken.pictures[0]!.id)).toMatch(/./)
    expect(reasons.size).toBe(2)
    const progress = await vectorProgress()
    expect(progress).toMatchObject({ total: 3, recognition: { done: 1, failed: 2 }, clip: { state: 'away', done: 0 } })
    expect(progress.failures.map(({ slug, part }) => `${slug} ${part}`).sort()).toEqual([
      'broken recognition',
      'gone recognition',
    ])
  })

  it('leaves a picture alone that ended the worker three times, and tries what it had not finished', async () => {
    const [poison, other] = [await template('poison', [scene(1)]), await template('other', [scene(2)])]
    const ended = async (id: string, attempts: number) =>
      database().$executeRaw`insert into template_undescribed (picture_id, kind, version, attempts, reason)
        select picture_id, 'recognition', version, ${attempts}::int, 'ended' from (values (${id}::uuid)) as given(picture_id),
          (select version from template_print limit 1) described`
    await template('known', [scene(3)])
    await describeAll()
    await database().$executeRaw`delete from template_print where picture_id <> (select id from template_picture
      where template_id = (select id from template where slug = 'known'))`
    await ended(poison.pictures[0]!.id, 3)
    await ended(other.pictures[0]!.id, 2)
    expect(await describeAll()).toBe(1)
    expect((await openGallery()).known(other.pictures[0]!.id)).toBeDefined()
    expect((await failures()).map(({ id }) => id)).toEqual([poison.pictures[0]!.id])
  })
})

it('neither waits for a template that is being saved nor makes it wait', async () => {
  const { id, pictures } = await template('one', [scene(1)])
  const before = await galleryRevision()
  await database().$transaction(async (tx) => {
    await tx.template.update({ where: { id }, data: { name: 'Renamed' } })
    expect(await describeAll()).toBe(1)
    await tx.templatePicture.delete({ where: { id: pictures[0]!.id } })
  })
  expect((await openGallery()).size).toBe(0)
  expect(await galleryRevision()).not.toBe(before)
})

describe('vectorProgress', () => {
  it('counts what the running worker describes by, not what another model left', async () => {
    await template('one', [scene(1)])
    await template('two', [scene(2)], 'draft')
    const [before, after] = [await clipOf(1), await clipOf(2)]
    await describeAll(before)
    expect(await currentKinds()).toBeUndefined()
    expect((await vectorProgress()).clip).toEqual({ done: 2, failed: 0, state: 'away', model: null, how: null })
    const id = randomUUID()
    const models = { recognition: recognitionVersion, clip: after.report }
    await saveSignOfLife({ id, state: 'READY', host: 'here', pid: 1, queueIds: [], models, rssBytes: 0, load: 0 })
    onTestFinished(() => signOff(id, 1, 1))
    expect(await currentKinds()).toEqual(descriptionKinds({ clip: after }))
    expect(await vectorProgress()).toMatchObject({
      total: 2,
      recognition: { done: 2 },
      clip: { done: 0, state: 'ready', model: 'small' },
    })
    await describeAll(after)
    expect(await vectorProgress()).toMatchObject({ clip: { done: 2, failed: 0 } })
  })
})

describe('likely duplicates', () => {
  let first: StoredTemplate
  beforeEach(async () => {
    first = await template('first', [scene(1), await asJpeg(scene(1), 70)])
    await template('stranger', [scene(2)])
  })

  it('are found among drafts and published ones, until a curator says that they differ', async () => {
    const copy = await drawn(opened(await asJpeg(scene(1), 40)).resize(300, 225))
    const second = await template('second', [copy], 'draft')
    await describeAll()
    const [found, ...others] = await likelyDuplicates(second.id)
    expect(found).toMatchObject({ templateId: first.id, how: 'fingerprint+alignment' })
    expect(found!.confidence).toBeGreaterThan(0.9)
    expect(others).toEqual([])
    expect(await likelyDuplicates(first.id)).toMatchObject([{ templateId: second.id }])
    const [templateA, templateB] = [first.id, second.id].sort() as [string, string]
    await database().templateDistinction.create({ data: { templateA, templateB, actor: 'test' } })
    expect(await likelyDuplicates(second.id)).toEqual([])
    expect(await likelyDuplicates(first.id)).toEqual([])
  })

  it('go when one of the pictures does, or is retired', async () => {
    const second = await template('second', [scene(1)])
    await describeAll()
    expect(await likelyDuplicates(first.id)).toHaveLength(1)
    await database().template.update({ where: { id: second.id }, data: { state: 'RETIRED' } })
    expect(await likelyDuplicates(first.id)).toEqual([])
    await template('second', [scene(5)])
    await describeAll()
    expect(await likelyDuplicates(first.id)).toEqual([])
  })

  it('are found by what they show, too', async () => {
    // With random weights much looks the same to CLIP, …
    const clip = await clipOf(3)
    const second = await template('second', [scene(1)])
    await describeAll(clip)
    const rows = await database().$queryRaw<{ how: string }[]>`select distinct how from template_likeness
      join template_picture on template_picture.id in (picture_a, picture_b) where template_id = ${second.id}::uuid order by how`
    expect(rows.map(({ how }) => how)).toContain('clip')
    // … but alignment is what counts first.
    expect((await likelyDuplicates(first.id)).find(({ templateId }) => templateId === second.id)?.how).toBe(
      'fingerprint+alignment',
    )
  })
})
