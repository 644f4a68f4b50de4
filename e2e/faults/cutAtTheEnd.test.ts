import pg from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { benchPicture } from '#scripts/bench/picture'
import { config } from '#store/config'
import { database, databaseUrl } from '#store/database'
import { putBytes } from '#store/files'
import { jobEvents } from '#store/jobEvents'
import { requestJob } from '#store/jobs/requestJob'
import { installQueue } from '#store/queue'
import { saveUpload } from '#store/uploads'
import { withTestStore } from '../support/testStore'
import { startTestWorker } from '../support/workerProcess'

withTestStore()

const PLACES = 2
/** More than there are places, so that a worker that does not open them anew has none left. */
const CUTS = 3
const JOBS = 6

/** Cuts a connection to the database just as the queue is told that a job is done, so many times. Housekeeping has keys of its own. */
async function cutAtTheEnd(db: pg.Client): Promise<void> {
  await db.query(`
    create sequence cuts;
    create function cut_connection() returns trigger language plpgsql as $$ begin
      if old.key ~ '^[0-9a-f-]{36}$' and nextval('cuts') <= ${CUTS} then
        perform pg_terminate_backend(pg_backend_pid());
      end if;
      return old;
    end $$;
    create trigger cut before delete on graphile_worker._private_jobs for each row execute function cut_connection()`)
}

async function requested(nth: number): Promise<string> {
  const { sha256, id } = await saveUpload(await putBytes('sources', await benchPicture(nth, null)), 24)
  const { job } = await requestJob({ kind: 'ANALYZE', source: { sha256, uploadId: id }, recognise: false }, config())
  return job.id
}

it('a worker whose connection is cut just as the queue is told that a job is done takes others, and no job stays locked', async () => {
  await installQueue(databaseUrl())
  await jobEvents().ready()
  const db = new pg.Client({ connectionString: databaseUrl() })
  await db.connect()
  onTestFinished(() => db.end())
  await cutAtTheEnd(db)
  await startTestWorker([], {
    env: {
      MEMEZAP_WORKERS__JOBS: String(PLACES),
      MEMEZAP_QUEUE__HEARTBEAT_SECONDS: '0.5',
      MEMEZAP_QUEUE__DEAD_AFTER_SECONDS: '2',
    },
  })
  const ids: string[] = []
  for (let nth = 1; nth <= JOBS; nth++) ids.push(await requested(nth))
  const states = async () => (await database().job.findMany({ where: { id: { in: ids } } })).map(({ state }) => state)
  await expect.poll(states, { timeout: 60_000 }).toEqual(ids.map(() => 'DONE'))
  const stillLocked = async () =>
    (await db.query('select from graphile_worker._private_jobs where key = any($1::text[])', [ids])).rowCount
  await expect.poll(stillLocked).toBe(0)
  const { rows } = await db.query('select last_value::int as told from cuts')
  expect(rows[0].told).toBeGreaterThanOrEqual(CUTS)
}, 120_000)
