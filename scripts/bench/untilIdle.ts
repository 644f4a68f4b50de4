import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

const LOOK_EVERY_MS = 20

/**
 * Makes a wait for a worker to have put away what it loaded for its last job: its queue's row goes after that. Other contestants' times would otherwise hold
 * some of it, as the client has its meme before.
 */
export function untilIdle(databaseUrl: string): {
  readonly idle: () => Promise<void>
  readonly close: () => Promise<void>
} {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 })
  return {
    async idle() {
      const busy = async () => {
        const { rows } = await pool.query<{ busy: boolean }>(
          'select exists (select from graphile_worker._private_jobs where locked_at is not null) as busy',
        )
        return rows[0]!.busy
      }
      while (await busy()) await pause(LOOK_EVERY_MS)
    },
    close: () => pool.end(),
  }
}
