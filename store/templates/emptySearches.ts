import { database } from '../database'
import type { EmptySearch } from '../generated/prisma/client'
import { wordsOf } from './search/wordsOf'

/** Two searches within this time of which one begins with the other are one person typing. */
const TYPING_SECONDS = 15
/** Searches that are remembered; beyond, those asked least go first. */
const MOST = 5000
const LONGEST = 80
const SHORTEST = 3

/** Small letters, one blank between words, no signs; cut between words when it is long. */
function normalised(text: string): string {
  const words = wordsOf(text).join(' ')
  return words.length <= LONGEST ? words : words.slice(0, LONGEST + 1).replace(/ ?[^ ]*$/, '')
}

/**
 * Counts a search that found nothing, for the curators. Nothing but the words is kept: not who searched, from where, or with what. Search-as-you-type
 * asks for every beginning of what somebody has in mind; only the longest counts. So a search takes the place of its own beginnings, and is left out
 * when it is itself the beginning of a longer one (somebody deletes letters), or the same again, if those were asked within `TYPING_SECONDS`.
 */
export async function countEmptySearch(text: string): Promise<void> {
  const words = normalised(text)
  if (words.length < SHORTEST) return
  const beginnings = Array.from({ length: words.length - 1 }, (_, index) => words.slice(0, index + 1))
  await database().$transaction(async (tx) => {
    const longer = await tx.$queryRaw<unknown[]>`
      select from empty_search where starts_with(words, ${words}) and words <> ${words}
        and last_seen_at > now() - make_interval(secs => ${TYPING_SECONDS}) limit 1`
    if (longer.length > 0) return
    // One asked by others before goes back to its count; it is out of the window then, so that the next letter does not take from it again.
    await tx.$executeRaw`
      update empty_search set count = count - 1, last_seen_at = now() - make_interval(secs => ${TYPING_SECONDS})
      where words = any(${beginnings}::text[]) and last_seen_at > now() - make_interval(secs => ${TYPING_SECONDS})`
    await tx.$executeRaw`delete from empty_search where words = any(${beginnings}::text[]) and count <= 0`
    await tx.$executeRaw`
      insert into empty_search (words, last_seen_at) values (${words}, now())
      on conflict (words) do update set last_seen_at = now(),
        count = empty_search.count + (empty_search.last_seen_at <= now() - make_interval(secs => ${TYPING_SECONDS}))::int`
    await tx.$executeRaw`
      delete from empty_search where words in (
        select words from empty_search where words <> ${words} order by count desc, last_seen_at desc offset ${MOST - 1})`
  })
}

/** What was searched for and not found, the most often first. @param first how many at most */
export async function emptySearches(first: number): Promise<EmptySearch[]> {
  return database().emptySearch.findMany({
    orderBy: [{ count: 'desc' }, { lastSeenAt: 'desc' }, { words: 'asc' }],
    take: first,
  })
}

/** Takes a search off the list. @returns false when it was not on it */
export async function forgetEmptySearch(words: string): Promise<boolean> {
  const { count } = await database().emptySearch.deleteMany({ where: { words } })
  return count > 0
}
