import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { mostAttempts } from '#store/templates/vectors/describing'

/** Waits until the worker has described every template's picture: uploads are recognised then, and nothing else runs beside what is measured. */
export async function untilDescribed(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    for (;;) {
      const { rowCount } = await client.query(
        `select from template_picture where id not in (select picture_id from template_print)
           and id not in (select picture_id from template_undescribed where attempts >= $1) limit 1`,
        [mostAttempts],
      )
      if (!rowCount) return
      await pause(200)
    }
  } finally {
    await client.end()
  }
}
