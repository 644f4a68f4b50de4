import { database } from './database'
import { isUuid } from './jobs/findJob'
import { recurringCount } from './unmatchedUploads'

/** Pictures that are near-duplicates of each other, keep coming and show no known template. */
export interface RecurringUpload {
  readonly id: string
  /** How often; the same content counts once a day. */
  readonly count: number
  /** Under sources: the picture with the fewest words. Its bytes are there as long as it is listed. */
  readonly sha256: string
  /** File name of its copy under /images, upright and without metadata, with its size in pixels. */
  readonly file: string
  readonly width: number
  readonly height: number
  readonly firstSeenAt: Date
  readonly lastSeenAt: Date
}

/** Those that came three times or more, the most frequent first. One of which a template was made, and one that was dismissed, is not among them. */
export const recurringUploads = (first: number): Promise<readonly RecurringUpload[]> =>
  database().$queryRaw<RecurringUpload[]>`
    select id, count, sha256, file, width, height, first_seen_at as "firstSeenAt", last_seen_at as "lastSeenAt"
    from unmatched_group as one
    where count >= ${recurringCount} and file is not null and dismissed_at is null and not exists (
      select from unmatched_upload as upload join template_picture as picture on picture.source_sha256 = upload.sha256
      where upload.group_id = one.id)
    order by count desc, last_seen_at desc, id limit ${first}`

/** Takes it off the list for good, however often it comes again. @returns false when there is none of this id */
export async function dismissRecurringUpload(id: string): Promise<boolean> {
  if (!isUuid(id)) return false
  const changed = await database().$executeRaw`
    update unmatched_group set dismissed_at = coalesce(dismissed_at, now()) where id = ${id}::uuid`
  return changed === 1
}

/** The hash of the picture that stands for the others, whether it is on the list or not; undefined when there is none of this id. */
export async function findRecurringUpload(id: string): Promise<string | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await database().$queryRaw<
    { sha256: string }[]
  >`select sha256 from unmatched_group where id = ${id}::uuid`
  return row?.sha256
}
