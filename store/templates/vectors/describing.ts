import { database } from '../../database'
import type { Prisma } from '../../generated/prisma/client'
import { GRAPHILE_ATTEMPTS } from '../../queue'
import { GALLERY_CHANNEL } from './galleryRevision'

/** graphile-worker's task that describes what is not described. */
export const DESCRIBE_TASK = 'memezap_describe_templates'

/** Which encoder made a CLIP vector. */
export interface ClipKind {
  readonly model: string
  /** Changes with weights, preparation and code. */
  readonly version: string
}

/** … as one text. */
export const clipVersion = ({ model, version }: ClipKind): string => `${model} ${version}`

/** What the templates' pictures shall be described by. Vectors of anything else are written anew. */
export interface DescriptionKinds {
  /** Of fingerprints and prints together. */
  readonly recognition: string
  /** Undefined without CLIP: then there is nothing to do, and what was written stays. */
  readonly clip: ClipKind | undefined
}

/** A picture that lacks some of it. */
export interface PictureToDescribe {
  readonly pictureId: string
  readonly templateId: string
  /** Under sources. */
  readonly sourceSha256: string
  readonly needsRecognition: boolean
  readonly needsClip: boolean
}

/** What a picture is described for. */
export type DescriptionPart = 'recognition' | 'clip'

/** So often a picture is tried: one that ends the worker each time is left alone then, … */
export const mostAttempts = 3
/** … as is one that failed, for so many minutes: its file may come back. */
const restMinutes = 60

/** Pictures that lack something and may be tried; those of published templates first. */
export async function picturesToDescribe(
  { recognition, clip }: DescriptionKinds,
  limit: number,
): Promise<PictureToDescribe[]> {
  const [model, version] = [clip?.model ?? '', clip?.version ?? '']
  return database().$queryRaw<PictureToDescribe[]>`
    with lacking as (
      select picture.id, template_id, state, source_sha256,
        print.version is distinct from ${recognition} and not exists (select from template_undescribed tried
          where tried.picture_id = picture.id and tried.kind = 'recognition' and tried.version = ${recognition}
            and tried.attempts >= ${mostAttempts} and tried_at > now() - make_interval(mins => ${restMinutes})) as "needsRecognition",
        ${clip !== undefined} and (clip.model, clip.version) is distinct from (${model}, ${version})
          and not exists (select from template_undescribed tried
          where tried.picture_id = picture.id and tried.kind = 'clip' and tried.version = ${clipVersion({ model, version })}
            and tried.attempts >= ${mostAttempts} and tried_at > now() - make_interval(mins => ${restMinutes})) as "needsClip"
      from template_picture picture
      join template on template.id = template_id
      left join template_print print on print.picture_id = picture.id
      left join template_clip clip on clip.picture_id = picture.id)
    select id as "pictureId", template_id as "templateId", source_sha256 as "sourceSha256", "needsRecognition", "needsClip"
    from lacking where "needsRecognition" or "needsClip"
    order by array_position(array['PUBLISHED', 'DRAFT', 'RETIRED'], state::text), id limit ${limit}`
}

/** What a picture's row says until it is described: who reads it later knows that a worker ended meanwhile. */
const endedReason = 'The worker ended while it looked at this picture.'

/** Says before a picture is described that it is being tried. */
export async function beginDescribing(pictureId: string, part: DescriptionPart, version: string): Promise<void> {
  await database().$executeRaw`
    insert into template_undescribed (picture_id, kind, version, attempts, reason)
    select id, ${part}, ${version}, 1, ${endedReason} from template_picture where id = ${pictureId}::uuid
    on conflict (picture_id, kind) do update set version = excluded.version, reason = excluded.reason, tried_at = now(),
      attempts = case when template_undescribed.version = excluded.version then template_undescribed.attempts + 1 else 1 end`
}

/** Says that it cannot be described, and why; it is left alone for an hour. */
export async function failDescribing(pictureId: string, part: DescriptionPart, reason: string): Promise<void> {
  await database()
    .$executeRaw`update template_undescribed set reason = ${reason}, attempts = ${mostAttempts}, tried_at = now()
    where picture_id = ${pictureId}::uuid and kind = ${part}`
}

/** Takes the note of `beginDescribing` back, in the transaction that writes what was found. */
export async function endDescribing(
  tx: Prisma.TransactionClient,
  pictureId: string,
  part: DescriptionPart,
): Promise<void> {
  await tx.$executeRaw`delete from template_undescribed where picture_id = ${pictureId}::uuid and kind = ${part}`
}

/**
 * Asks a worker to describe what is not described yet, after the transaction. However often it is asked, one task is waiting at most; it goes after
 * memes, and never runs twice at the same moment.
 */
export async function enqueueDescribing(tx: Pick<Prisma.TransactionClient, '$executeRaw'>): Promise<void> {
  await tx.$executeRaw`select graphile_worker.add_job(${DESCRIBE_TASK}, '{}'::json, queue_name => ${DESCRIBE_TASK},
    job_key => ${DESCRIBE_TASK}, priority => 10, max_attempts => ${GRAPHILE_ATTEMPTS}::int)`
}

/** Longer than an import takes from one template to the next. */
const IMPORT_PAUSE = '3 seconds'

/**
 * The same, once an import has paused or ended: each of its templates puts it off again, because describing beside it would make both slow. What
 * others ask for meanwhile is not put off.
 */
export async function enqueueDescribingLater(tx: Pick<Prisma.TransactionClient, '$executeRaw'>): Promise<void> {
  await tx.$executeRaw`select graphile_worker.add_job(${DESCRIBE_TASK}, '{}'::json, queue_name => ${DESCRIBE_TASK},
    job_key => ${`${DESCRIBE_TASK} after import`}, priority => 10, max_attempts => ${GRAPHILE_ATTEMPTS}::int,
    run_at => now() + ${IMPORT_PAUSE}::interval)`
}

/** Whether somebody waits for a meme: describing stands back then. */
export async function memesAreWaiting(): Promise<boolean> {
  const [row] = await database().$queryRaw<{ waiting: boolean }[]>`
    select exists (select from job where state = 'QUEUED') as waiting`
  return row!.waiting
}

/** Tells who shows progress (`vectorProgress`) that there is some: payload `described` on the gallery's channel. */
export async function notifyDescribed(): Promise<void> {
  await database().$executeRaw`select pg_notify(${GALLERY_CHANNEL}, 'described')`
}
