import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { mostAttempts } from '#store/templates/vectors/describing'

/**
 * Waits until the worker has described every template's picture: uploads are recognised then, and nothing else runs beside what is measured.
 * @param withClip whether the worker has CLIP, and makes vectors of them, too
 */
export async function untilDescribed(databaseUrl: string, withClip: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    for (;;) {
      const { rowCount } = await client.query(
        `select from template_picture picture
         where not exists (select from template_undescribed tried where tried.picture_id = picture.id and attempts >= $1)
           and (not exists (select from template_print print where print.picture_id = picture.id)
             or $2 and not exists (select from template_clip clip where clip.picture_id = picture.id)) limit 1`,
        [mostAttempts, withClip],
      )
      if (!rowCount) return
      await pause(200)
    }
  } finally {
    await client.end()
  }
}
