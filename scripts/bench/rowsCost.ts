/**
 * `npm run bench:rows`: what performance rows cost. Makes memes from a template in this process, as a worker does, keeps their rows, and then writes the
 * same rows: a statement for each job, and together, as a busy worker's writer does. Prints processor time a job, of this process (all its threads) and of
 * Postgres' connections, which says the same on a busy machine as on a quiet one.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import type { GeneratePayload } from '#core/jobPayload'
import { defaultStyle } from '#core/style'
import { startDatabaseServer } from '#e2e/support/databaseServer'
import { config } from '#store/config'
import { closeDatabase, database } from '#store/database'
import { jobEvents } from '#store/jobEvents'
import { requestJob } from '#store/jobs/requestJob'
import { type StageMeasurement, saveStageRows } from '#store/stageRows'
import { saveTemplate } from '#store/templates/saveTemplate'
import { loadParts } from '#workers/parts'
import { runJob } from '#workers/runJob'
import { storeTemplatePicture } from '#workers/templates/storeTemplatePicture'

const JOBS = 300
/** Jobs whose rows a worker writes together at 50 memes a second. */
const TOGETHER = 12
const SIDE = 1024

/** Processor time of this process and of the database's connections, in milliseconds. */
async function processorMs(): Promise<number> {
  const { user, system } = process.cpuUsage()
  const connections = await database().$queryRaw<{ pid: number }[]>`
    select pid from pg_stat_activity where datname = current_database()`
  const ofDatabase = connections.reduce((sum, { pid }) => {
    // Fields 14 and 15 of proc(5), hundredths of a second; the name before them may hold anything.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
    return sum + (Number(fields[11]) + Number(fields[12])) * 10
  }, 0)
  return (user + system) / 1000 + ofDatabase
}

async function measured(work: () => Promise<void>): Promise<number> {
  const before = await processorMs()
  await work()
  return ((await processorMs()) - before) / JOBS
}

async function template() {
  const picture = sharp({ create: { width: SIDE, height: SIDE, channels: 3, background: '#58a' } })
  const boxes = [0.05, 0.65].map((y) => ({
    box: { x: 0.1, y, width: 0.8, height: 0.25, angle: 0 },
    style: defaultStyle,
  }))
  const words = {
    slug: 'rows',
    name: 'Rows',
    aliases: [],
    keywords: [],
    description: '',
    source: 'own',
    licence: 'MIT',
  }
  const saved = await saveTemplate({
    words: { ...words, boxes: boxes.map((box) => ({ ...box, example: '' })) },
    state: 'published',
    pictures: [await storeTemplatePicture('default', await picture.jpeg().toBuffer(), config())],
    actor: 'bench',
    action: 'create',
  })
  return { templateId: saved.id, sha256: saved.pictures[0]!.sourceSha256, boxes }
}

const server = await startDatabaseServer()
const folder = mkdtempSync(path.join(os.tmpdir(), 'memezap-rows-'))
process.env.DATABASE_URL = await server.create()
process.env.MEMEZAP_STORAGE__DIRECTORY = folder
process.env.LOG_LEVEL ??= 'fatal'
try {
  const parts = await loadParts(config())
  await jobEvents().ready()
  const source = await template()
  const kept: (readonly StageMeasurement[])[] = []
  const jobs = async (count: number) => {
    for (let made = 0; made < count; made += 1) {
      const payload: GeneratePayload = {
        kind: 'GENERATE',
        source,
        captions: [`meme ${randomUUID().slice(0, 8)}`, 'and its rows'],
        mode: 'AUTO',
        style: defaultStyle,
        keepRegions: [],
        recognition: 'IGNORE',
        places: 'TEMPLATE_BOXES',
        format: 'jpeg',
        quality: 90,
      }
      const { job } = await requestJob(payload, config())
      await runJob(job.id, 'bench', parts, undefined, (rows) => void kept.push(rows))
    }
  }
  const write = async (together: number) => {
    for (let from = 0; from < JOBS; from += together) await saveStageRows(kept.slice(from, from + together).flat())
  }
  await jobs(50)
  await write(1)
  kept.length = 0
  const job = await measured(() => jobs(JOBS))
  const [alone, together] = [await measured(() => write(1)), await measured(() => write(TOGETHER))]
  const told = (ms: number) => `${ms.toFixed(2)} ms | ${((ms / job) * 100).toFixed(1)} %`
  console.log(`| what | processor time a job | of the job |\n|---|---|---|`)
  console.log(`| a meme from a template, ${SIDE} px, without its rows | ${job.toFixed(2)} ms | |`)
  console.log(`| its ${kept[0]!.length} rows, a statement of their own | ${told(alone)} |`)
  console.log(`| its rows together with those of ${TOGETHER - 1} other jobs | ${told(together)} |`)
  await parts.close()
} finally {
  await jobEvents().close()
  await closeDatabase()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
