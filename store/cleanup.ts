import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '#core/config'
import { trimSharedCaches } from './cache/trimSharedCaches'
import { database } from './database'
import { deleteMemes } from './deleteMemes'
import { removeFile, type Shelf, storageDirectory } from './files'
import { forgetUnmatched } from './forgetUnmatched'
import { HANDED_FOLDER } from './handedPixels'
import { modifiedAt } from './modifiedAt'
import { prunePerformance } from './performance/prune'
import { sweepProfiles } from './sweepProfiles'

/** Files younger than this may belong to a job that has not written its row yet. */
const GRACE_MS = 3_600_000

/** How much went. */
export interface CleanupResult {
  readonly rows: number
  readonly files: number
}

/** Deletes what has expired or is too much: entries of the shared caches, what searches left, uploads, memes, jobs, batches without jobs, idempotency keys, work that was handed on, wrong admin tokens, performance rows; then every file that no row names any more, and old profiles. */
export async function cleanUp(config: Config): Promise<CleanupResult> {
  const { upload_expiry_hours: uploadHours } = config.storage
  const db = database()
  const deleted = [
    await db.$executeRaw`delete from upload where expires_at < now()`,
    await deleteMemes(config.storage),
    await db.$executeRaw`delete from meme_request where expires_at < now() or not exists (select from meme where meme.id = meme_id)`,
    await db.$executeRaw`delete from job where state in ('DONE', 'FAILED', 'CANCELLED') and meme_id is null
      and finished_at < now() - make_interval(secs => ${uploadHours * 3_600})`,
    await db.$executeRaw`delete from batch where created_at < now() - make_interval(secs => ${uploadHours * 3_600})
      and not exists (select from batch_item join job on job.id = job_id where batch_id = batch.id)`,
    await db.$executeRaw`delete from idempotency_key where created_at < now() - make_interval(secs => ${uploadHours * 3_600})`,
    await db.$executeRaw`delete from picture where created_at < now() - make_interval(secs => ${uploadHours * 3_600})
      and not exists (select from meme where meme.source_sha256 = picture.source_sha256)`,
    await db.$executeRaw`delete from search_word where not exists (
      select from template_search where words @@ plainto_tsquery('simple', word))`,
    await db.$executeRaw`delete from worker_answer where answered_at < now() - interval '1 hour'`,
    await trimSharedCaches(config),
    await db.$executeRaw`delete from handed_work where created_at < now() - interval '1 hour'`,
    await db.$executeRaw`delete from admin_attempt where at < now() - interval '1 day'`,
    await prunePerformance(config.monitoring.retention_days),
    await forgetUnmatched(),
  ]
  const files =
    (await sweep('sources', namedSources)) +
    (await sweep('images', namedImages)) +
    (await sweepUnfinished('tmp')) +
    (await sweepUnfinished(HANDED_FOLDER)) +
    (await sweepProfiles())
  return { rows: deleted.reduce((sum, count) => sum + count, 0), files }
}

const namedSources = (names: readonly string[]) => database().$queryRaw<{ name: string }[]>`
  select sha256 as name from upload where sha256 = any(${names}::text[])
  union select template_picture ->> 'sourceSha256' from job where template_picture ->> 'sourceSha256' = any(${names}::text[])
  union select sha256 from unmatched_group where file is not null and sha256 = any(${names}::text[])
  union select name from template_file where name = any(${names}::text[])`

const namedImages = (names: readonly string[]) => database().$queryRaw<{ name: string }[]>`
  select file as name from meme where file = any(${names}::text[])
  union select file from picture where file = any(${names}::text[])
  union select analysis -> 'picture' ->> 'file' from job where analysis -> 'picture' ->> 'file' = any(${names}::text[])
  union select analysis -> 'cleanedPicture' ->> 'file' from job where analysis -> 'cleanedPicture' ->> 'file' = any(${names}::text[])
  union select template_picture ->> 'file' from job where template_picture ->> 'file' = any(${names}::text[])
  union select template_picture ->> 'thumbFile' from job where template_picture ->> 'thumbFile' = any(${names}::text[])
  union select file from unmatched_group where file = any(${names}::text[])
  union select name from template_file where name = any(${names}::text[])`

/** Folder by folder, so that a large store is never listed whole. */
async function sweep(shelf: Shelf, named: (names: readonly string[]) => Promise<{ name: string }[]>): Promise<number> {
  const root = path.join(storageDirectory(), shelf)
  let removed = 0
  for (const folder of await namesIn(root)) {
    const names = await namesIn(path.join(root, folder))
    const kept = new Set((await named(names)).map(({ name }) => name))
    for (const name of names) {
      if (kept.has(name)) continue
      if (await isYoung(path.join(root, folder, name))) continue
      await removeFile(shelf, name)
      removed += 1
    }
  }
  return removed
}

/** What a process that was killed had not finished writing, or not fetched. */
async function sweepUnfinished(folder: string): Promise<number> {
  const root = path.join(storageDirectory(), folder)
  let removed = 0
  for (const name of await namesIn(root)) {
    if (await isYoung(path.join(root, name))) continue
    await rm(path.join(root, name), { force: true })
    removed += 1
  }
  return removed
}

/** A file that has gone meanwhile counts as young: there is nothing to remove. */
async function isYoung(file: string): Promise<boolean> {
  const at = await modifiedAt(file)
  return at === undefined || Date.now() - at < GRACE_MS
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
