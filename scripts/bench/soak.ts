import pg from 'pg'
import type { MemeClient } from '#e2e/support/memeClient'
import { benchPicture } from './picture'

/** The worker's memory after so many jobs. */
export interface SoakPoint {
  readonly jobs: number
  readonly rssMb: number
}

/** What the worker said of its memory last. */
export async function workerRssMb(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ rss: string }>(
      'select rss_after_bytes as rss from stage_row where rss_after_bytes is not null order by id desc limit 1',
    )
    return Number(rows[0]?.rss ?? 0) / 2 ** 20
  } finally {
    await client.end()
  }
}

/** Runs many jobs, half of them pictures never seen, four at a time, and reads the worker's memory as it goes. */
export async function soak(client: MemeClient, databaseUrl: string, jobs: number): Promise<readonly SoakPoint[]> {
  const points: SoakPoint[] = []
  const every = Math.max(1, Math.round(jobs / 20))
  let started = 0
  let done = 0
  const lane = async () => {
    let uploadId: string | undefined
    while (started < jobs) {
      const job = started++
      // Every second job of a lane says other words on the same picture.
      if (job % 8 < 4 || !uploadId)
        uploadId = await client.upload(benchPicture(50_000 + job, ['SOAKING WET', 'AND STILL DRY']))
      await client.generate(uploadId, [`WORDS ${job}`, 'MORE WORDS'])
      done += 1
      if (done % every === 0) points.push({ jobs: done, rssMb: await workerRssMb(databaseUrl) })
    }
  }
  await Promise.all([lane(), lane(), lane(), lane()])
  return points
}
