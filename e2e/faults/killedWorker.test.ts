import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { benchPicture } from '#scripts/bench/picture'
import { type JobState, type MemeClient, memeClient } from '../support/memeClient'
import { type Stack, startStack } from '../support/stack'

const picture = (seed: number) => benchPicture(seed, ['KILL THE WORKER', 'SEE WHAT HAPPENS'])

/** Where pictures come from. While it holds them a job that asked runs on, for as long as it takes to kill its worker. */
const waiting: ServerResponse[] = []
let holds = true
const answer = (response: ServerResponse) => response.writeHead(200, { 'content-type': 'image/jpeg' }).end(picture(1))
const server = createServer((_request, response) => void (holds ? waiting.push(response) : answer(response)))
const source = () => ({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/picture.jpg` })
function letGo(): void {
  holds = false
  for (const response of waiting.splice(0)) answer(response)
}

let stack: Stack
let client: MemeClient
let db: pg.Client
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // Short silences, so that the tests are quick; the order of events is what they are about.
  stack = await startStack({
    env: {
      MEMEZAP_QUEUE__HEARTBEAT_SECONDS: '0.5',
      MEMEZAP_QUEUE__DEAD_AFTER_SECONDS: '2',
      MEMEZAP_ALLOW_PRIVATE_URLS: '1',
      MEMEZAP_LIMITS__FETCH_TIMEOUT_SECONDS: '50',
    },
  })
  client = memeClient(stack.url)
  db = new pg.Client({ connectionString: stack.databaseUrl })
  await db.connect()
})
beforeEach(() => {
  holds = true
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await db.end()
  await stack.stop()
})

/** Process id of the worker that runs the job, as soon as it is at least in its `attempt`-th try. */
async function runningIn(jobId: string, attempt: number): Promise<number> {
  for await (const { state } of client.progress(jobId)) {
    if (state !== 'RUNNING') continue
    const { rows } = await db.query<{ pid: number; attempts: number }>(
      'select worker.pid, job.attempts from job join worker on worker.id = job.worker_id where job.id = $1',
      [jobId],
    )
    if (rows[0] && rows[0].attempts >= attempt) return rows[0].pid
  }
  throw new Error('the job ended before')
}

/** The job's end, also when the subscription itself breaks meanwhile. */
async function endedWhateverBreaks(jobId: string, tries = 50): Promise<JobState> {
  return client.ended(jobId).catch((error: unknown) => {
    if (tries === 0) throw error
    return endedWhateverBreaks(jobId, tries - 1)
  })
}

describe('a worker that is killed', () => {
  it('loses its job to another, which finishes it', async () => {
    await stack.startWorker()
    const { job } = await client.request(source(), ['SURVIVOR', 'OF A CRASH'])
    process.kill(await runningIn(job!.id, 1), 'SIGKILL')
    letGo()
    expect(await client.ended(job!.id)).toMatchObject({ state: 'DONE', meme: { url: expect.any(String) } })
    const { rows } = await db.query('select attempts, worker_id from job where id = $1', [job!.id])
    expect(rows[0].attempts).toBe(2)
    const memes = await db.query("select from meme where captions = array['SURVIVOR', 'OF A CRASH']")
    expect(memes.rowCount).toBe(1)
  })

  it('is not killed for ever: a job that always does it is given up, while others go on', async () => {
    const { job } = await client.request(source(), ['KILLER', 'CAPTION'])
    for (let attempt = 1; attempt <= 3; attempt++) {
      process.kill(await runningIn(job!.id, attempt), 'SIGKILL')
      await stack.startWorker()
    }
    expect(await client.ended(job!.id)).toMatchObject({ state: 'FAILED', problem: { code: 'WORKER_CRASHED' } })
    const other = await client.generate(await client.upload(picture(3)), ['STILL', 'HERE'])
    expect(other.state).toBe('DONE')
  })
})

describe('connections to the database that are cut', () => {
  it('are made again by site and worker: the subscription goes on and the job ends', async () => {
    const { job } = await client.request(source(), ['CUT', 'OFF'])
    const ended = client.ended(job!.id)
    await runningIn(job!.id, 1)
    await db.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'memezap-events'",
    )
    letGo()
    expect(await ended).toMatchObject({ state: 'DONE' })
    holds = true
    // Now every connection but ours, in the midst of a job: its worker loses the database, and the job is tried again.
    const second = await client.request(source(), ['ALL', 'CUT'])
    await runningIn(second.job!.id, 1)
    await db.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    letGo()
    expect(await endedWhateverBreaks(second.job!.id)).toMatchObject({ state: 'DONE' })
    const next = await client.generate(await client.upload(picture(5)), ['AND', 'AGAIN'])
    expect(next.state).toBe('DONE')
  })
})
