import { database } from './database'
import type { Prisma } from './generated/prisma/client'

/** Wrong tokens are counted over this time. */
const WINDOW_SECONDS = 15 * 60
/** So many from one address, and it is refused, also with the right token. */
const MAX_OF_ADDRESS = 10
/** So many in all, and every address that sent one is: guessing from many places at once brings each of them one guess. */
const MAX_IN_ALL = 100

/** What became of an attempt to name the admin token. */
export type Attempt = 'right' | 'wrong' | { readonly retryAfterSeconds: number }

/**
 * Counts wrong attempts for all site processes together. Attempts of one address go one after another, so that many at once are no more than as many
 * in a row.
 * @param address where the attempt came from
 * @param isRight whether the token was right: an address that is refused does not learn it
 */
export async function countAttempt(address: string, isRight: boolean): Promise<Attempt> {
  return database().$transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`admin ${address}`}, 0))`
    const retryAfterSeconds = await refusedFor(tx, address)
    if (retryAfterSeconds > 0) return { retryAfterSeconds }
    if (isRight) return 'right'
    await tx.$executeRaw`delete from admin_attempt where at < now() - make_interval(secs => ${WINDOW_SECONDS})`
    await tx.adminAttempt.create({ data: { address } })
    return 'wrong'
  })
}

/** Seconds until the address may try again; 0: now. */
async function refusedFor(tx: Prisma.TransactionClient, address: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ seconds: number | null }[]>`
    with recent as (
      select at + make_interval(secs => ${WINDOW_SECONDS}) as ends, address = ${address} as own from admin_attempt
      where at > now() - make_interval(secs => ${WINDOW_SECONDS}))
    select ceil(extract(epoch from greatest(
      (select ends from recent where own order by ends desc offset ${MAX_OF_ADDRESS - 1} limit 1),
      least(
        (select ends from recent order by ends desc offset ${MAX_IN_ALL - 1} limit 1),
        (select ends from recent where own order by ends desc limit 1))) - now()))::int as seconds
    from (select) one
    where (select count(*) from recent where own) >= ${MAX_OF_ADDRESS}
      or (select count(*) from recent) >= ${MAX_IN_ALL} and exists (select from recent where own)`
  return Math.max(0, row?.seconds ?? 0)
}
