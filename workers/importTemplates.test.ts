import { buffer } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import type { ImportReport } from '#core/importReport'
import type { ImportPayload } from '#core/jobPayload'
import { memegenFolder, unzipped, zipOf } from '#e2e/support/archive'
import { withTestStore } from '#e2e/support/testStore'
import { exportArchive } from '#store/archives/exportArchive'
import { config } from '#store/config'
import { database } from '#store/database'
import { putBytes } from '#store/files'
import { jobEvents } from '#store/jobEvents'
import { cancelJob } from '#store/jobs/cancelJob'
import { findJob } from '#store/jobs/findJob'
import { requestJob } from '#store/jobs/requestJob'
import { findTemplate } from '#store/templates/findTemplates'
import { DESCRIBE_TASK } from '#store/templates/vectors/describing'
import { saveUpload } from '#store/uploads'
import { withParts } from './parts.testing'
import { runJob } from './runJob'

withTestStore()

const worker = withParts()

type Files = Readonly<Record<string, string | Buffer>>

async function requested(archive: Buffer, changes: Partial<ImportPayload> = {}): Promise<string> {
  const { id: uploadId, sha256 } = await saveUpload(await putBytes('sources', archive), 24)
  const source = { uploadId, sha256 }
  const asked = {
    kind: 'IMPORT',
    source,
    newState: 'draft',
    licence: '',
    dryRun: false,
    actor: 'Ada',
    ...changes,
  } as const
  return (await requestJob(asked, config())).job.id
}

async function imported(files: Files, changes: Partial<ImportPayload> = {}) {
  const id = await requested(await zipOf(files), changes)
  await runJob(id, 'worker-import', worker.parts)
  const job = (await findJob(id))!
  const report = job.importReport as unknown as ImportReport | null
  const outcomes = Object.fromEntries((report?.folders ?? []).map(({ folder, outcome }) => [folder, outcome]))
  return { job, report, outcomes }
}

const reasonOf = (report: ImportReport | null, folder: string) =>
  report?.folders.find((done) => done.folder === folder)?.reason

it('tells of each folder what became of it, and one bad folder stops no other', async () => {
  const { job, report, outcomes } = await imported({
    ...(await memegenFolder('all/good', { odd: 1 })),
    ...(await memegenFolder('all/other')),
    'all/broken/config.yml': 'name: Broken\ntext: [{}]',
    'all/broken/default.jpg': 'this is no picture',
    'all/garbled/config.yml': 'name: [unclosed',
    'all/nameless/config.yml': 'text: []',
    'all/nameless/default.jpg': 'x',
    'all/undefined/default.jpg': 'x',
    'deeper/all/good/config.yml': 'name: Again\ntext: []',
    'deeper/all/good/default.jpg': 'x',
  })
  expect(job).toMatchObject({ state: 'DONE', fraction: 1, kind: 'IMPORT' })
  expect(report).toMatchObject({ total: 7, dryRun: false })
  expect(outcomes).toEqual({
    'all/good': 'created',
    'all/other': 'created',
    'all/broken': 'failed',
    'all/garbled': 'failed',
    'all/nameless': 'failed',
    'all/undefined': 'failed',
    'deeper/all/good': 'failed',
  })
  expect(reasonOf(report, 'all/broken')).toMatch(/^default\.jpg: This file is not a picture/)
  expect(reasonOf(report, 'all/garbled')).toMatch(/^config\.yml is not valid: /)
  expect(reasonOf(report, 'all/nameless')).toMatch(/^config\.yml: name: /)
  expect(reasonOf(report, 'all/undefined')).toBe('it has neither template.json nor config.yml')
  expect(reasonOf(report, 'deeper/all/good')).toBe('another folder of this import is called good too')
  expect(report!.folders.find(({ folder }) => folder === 'all/good')!.notUnderstood).toEqual(['config.yml, key "odd"'])
  const template = (await findTemplate('other'))!
  expect(template).toMatchObject({ state: 'DRAFT', name: 'all/other', boxCount: 1 })
  const history = await database().templateChange.findMany({ where: { templateId: template.id } })
  expect(history).toMatchObject([{ actor: 'Ada', action: 'import' }])
})

it('tells of a definition that cannot be stored or named, and goes on', async () => {
  const picture = (await memegenFolder('p'))['p/default.png']!
  const own = (slug: string, style: string) => ({
    [`all/${slug.slice(0, 36)}/template.json`]: JSON.stringify({
      slug,
      name: 'Ours',
      aliases: [],
      keywords: [],
      description: '',
      boxes: [],
      pictures: [
        { style: 'default', file: 'default.png' },
        { style, file: 'default.png' },
      ],
      source: '',
      licence: '',
    }),
    [`all/${slug.slice(0, 36)}/default.png`]: picture,
  })
  const { job, outcomes } = await imported({
    'all/nothing/config.yml': 'name: "Nothing\\0"\ntext: [{}]',
    'all/nothing/default.png': picture,
    'all/half/config.yml': 'name: Half\ntext: [{}]\nodd: "\\ud83d"',
    'all/half/default.png': picture,
    'all/circle/config.yml': 'name: Circle\ntext: [{}]\nodd: &odd [*odd]',
    'all/circle/default.png': picture,
    'all/long/config.yml': `name: Long\ntext: [{}]\nkeywords: [${Array.from({ length: 90_000 }, (_, n) => `w${n}`)}]`,
    'all/long/default.png': picture,
    ...own('upwards', '../../upwards'),
    ...own('00000000-0000-0000-0000-000000000000', 'an-id'),
    ...own('x'.repeat(300), 'endless'),
    ...(await memegenFolder('all/well')),
  })
  expect(job.state).toBe('DONE')
  expect(Object.values(outcomes).sort()).toEqual(['created', ...Array.from({ length: 7 }, () => 'failed')])
  expect(outcomes['all/well']).toBe('created')
})

it('changes a template that is there, keeps its state and what the format has no words for, and knows when nothing is new', async () => {
  const first = await memegenFolder('kept', { name: 'Kept' })
  await imported(first, { newState: 'published', licence: 'CC0' })
  expect(await findTemplate('kept')).toMatchObject({ state: 'PUBLISHED', licence: 'CC0' })
  await database().template.update({
    where: { slug: 'kept' },
    data: { aliases: ['Saved'], description: 'A plain blue.' },
  })

  expect((await imported(first)).outcomes).toEqual({ kept: 'unchanged' })
  const changed = await imported(await memegenFolder('kept', { name: 'Kept and renamed' }))
  expect(changed.outcomes).toEqual({ kept: 'updated' })
  expect(await findTemplate('kept')).toMatchObject({
    state: 'PUBLISHED',
    name: 'Kept and renamed',
    aliases: ['Saved'],
    description: 'A plain blue.',
    licence: 'CC0',
  })
  expect((await imported(await memegenFolder('kept', { name: 'Kept and renamed' }, '#a00'))).outcomes).toEqual({
    kept: 'updated',
  })
})

it('does not publish without a licence, and a look says so before', async () => {
  const files = await memegenFolder('unlicensed')
  const look = await imported(files, { newState: 'published', dryRun: true })
  const real = await imported(files, { newState: 'published' })
  for (const { report } of [look, real])
    expect(reasonOf(report, 'unlicensed')).toMatch(/^it cannot be published\. Say under which licence/)
  expect(await findTemplate('unlicensed')).toBeNull()
})

it('follows a template that a curator has given another slug', async () => {
  const files = await memegenFolder('old-slug', { name: 'Same' })
  await imported(files)
  const { id } = (await findTemplate('old-slug'))!
  await database().template.update({ where: { id }, data: { slug: 'new-slug' } })
  await database().templateRedirect.create({ data: { slug: 'old-slug', templateId: id } })
  expect((await imported(files)).report!.folders).toMatchObject([{ slug: 'new-slug', outcome: 'unchanged' }])
  await imported(await memegenFolder('old-slug', { name: 'Changed' }))
  expect(await findTemplate('new-slug')).toMatchObject({ id, name: 'Changed' })
  expect(await findTemplate('old-slug')).toBeNull()
})

it('lets templates be described once it has ended', async () => {
  await database().$executeRaw`delete from graphile_worker._private_jobs where key like ${`${DESCRIBE_TASK}%`}`
  await imported({ ...(await memegenFolder('described-one')), ...(await memegenFolder('described-two')) })
  const waiting = await database().$queryRaw<{ key: string; putOff: boolean }[]>`
    select key, run_at > created_at as "putOff" from graphile_worker._private_jobs where key like ${`${DESCRIBE_TASK}%`}`
  expect(waiting).toEqual([{ key: `${DESCRIBE_TASK} after import`, putOff: true }])
})

it('changes nothing when it only looks', async () => {
  const files = { ...(await memegenFolder('looked-at')), 'x/config.yml': 'name: X\ntext: []', 'x/default.png': 'no' }
  const { report, outcomes } = await imported(files, { dryRun: true })
  expect(report!.dryRun).toBe(true)
  expect(outcomes).toEqual({ 'looked-at': 'created', x: 'failed' })
  expect(await findTemplate('looked-at')).toBeNull()
  expect((await imported(files)).outcomes).toMatchObject({ 'looked-at': 'created' })
})

it('loses nothing on the way out and in again', async () => {
  await imported({ ...(await memegenFolder('round')), 'round/dark.webp': (await memegenFolder('d'))['d/default.png']! })
  await database().template.update({
    where: { slug: 'round' },
    data: { aliases: ['Trip'], description: 'There and back.', licence: 'MIT', state: 'RETIRED' },
  })
  const before = await unzipped(await buffer(exportArchive({ state: 'RETIRED' })))
  await database().template.deleteMany()
  expect((await imported(before, { newState: 'published' })).outcomes).toEqual({ round: 'created' })
  expect(await findTemplate('round')).toMatchObject({
    aliases: ['Trip'],
    description: 'There and back.',
    state: 'RETIRED',
  })
  expect(await unzipped(await buffer(exportArchive({})))).toEqual(before)
})

it('goes on where an attempt stopped whose worker died', async () => {
  const id = await requested(await zipOf({ ...(await memegenFolder('done')), ...(await memegenFolder('left')) }))
  const done = { folder: 'done', slug: 'done', outcome: 'created', reason: null, notUnderstood: [] }
  const report = { total: 2, dryRun: false, folders: [done] }
  await database().job.update({ where: { id }, data: { importReport: report, attempts: 1 } })
  await runJob(id, 'worker-import', worker.parts)
  const { folders } = (await findJob(id))!.importReport as unknown as ImportReport
  expect(folders.map(({ folder, outcome }) => [folder, outcome])).toEqual([
    ['done', 'created'],
    ['left', 'created'],
  ])
  expect(await findTemplate('done')).toBeNull()
})

it('stops when it is cancelled, and keeps what is done', async () => {
  const files: Record<string, string | Buffer> = {}
  for (let index = 0; index < 60; index++) Object.assign(files, await memegenFolder(`many/number-${index}`))
  const id = await requested(await zipOf(files))
  const cancelled = new Promise<void>((resolve) => {
    const unwatch = jobEvents().watch(id, async () => {
      const report = (await findJob(id))?.importReport as unknown as ImportReport | null
      if (!report || report.folders.length === 0) return
      unwatch()
      await cancelJob(id)
      resolve()
    })
  })
  await Promise.all([runJob(id, 'worker-import', worker.parts), cancelled])
  const job = (await findJob(id))!
  expect(job.state).toBe('CANCELLED')
  const { folders } = job.importReport as unknown as ImportReport
  expect(folders.length).toBeGreaterThan(0)
  expect(folders.length).toBeLessThan(60)
})

it('fails as a whole only for what is wrong with the archive', async () => {
  const { job } = await imported({ 'holiday.jpg': 'x' })
  expect(job).toMatchObject({ state: 'FAILED', problem: { code: 'NO_TEMPLATES_IN_ARCHIVE' } })
  const id = await requested(Buffer.from('PK\x03\x04 and then nothing'))
  await runJob(id, 'worker-import', worker.parts)
  expect(await findJob(id)).toMatchObject({ state: 'FAILED', problem: { code: 'ARCHIVE_DAMAGED' } })
})
