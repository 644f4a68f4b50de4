import type { Config } from '#core/config'
import { database } from './database'
import { countMemesGone } from './memeCounters'

/** Deletes memes that are too old, then, when the others' pictures take more than `max_meme_mib`, those that were not asked for longest. Files are left to the clean-up. */
export async function deleteMemes({ meme_expiry_days, max_meme_mib }: Config['storage']): Promise<number> {
  const old = await database()
    .$executeRaw`delete from meme where created_at < now() - make_interval(secs => ${meme_expiry_days * 86_400})`
  // Every request that a meme answered is a job.
  const tooMuch = await database().$executeRaw`
    delete from meme where id in (
      select id from (
        select id, sum(bytes) over (order by greatest(created_at, asked_at) desc, id) as total
        from meme left join lateral (select max(created_at) as asked_at from job where meme_id = meme.id) as asking on true
      ) as meme_in_turn where total > ${Math.floor(max_meme_mib * 2 ** 20)}::bigint)`
  countMemesGone(old + tooMuch)
  return old + tooMuch
}
