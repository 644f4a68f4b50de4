/**
 * How far templates are described, for the curators' pages: `vectorProgress()`, again whenever `jobEvents().watchDescribing` calls.
 * What the running worker describes them by: `currentKinds()`; its `clip` is what `nearestByClip` wants.
 */
import { config } from '../../config'
import { database } from '../../database'
import { livingWorkers } from '../../workers'
import { clipVersion, type DescriptionKinds, type DescriptionPart, mostAttempts } from './describing'

/** CLIP in the worker: `away` when no worker is up. */
export type ClipState = 'ready' | 'missing' | 'broken' | 'away'

/** What a worker's row says of the models it has loaded (workers/main.ts). */
interface WorkerModels {
  readonly recognition?: string
  readonly clip?: {
    readonly state: ClipState
    readonly model: string
    readonly version?: string
    readonly how?: string
  }
}

/** Of the worker that was started last of those that describe templates; undefined when none is up. */
async function workerModels(): Promise<WorkerModels | undefined> {
  const workers = await livingWorkers(config().queue.dead_after_seconds)
  return workers.filter(({ state, kinds }) => state === 'READY' && kinds.includes('embed')).at(-1)?.models as
    | WorkerModels
    | undefined
}

const kindsOf = ({ recognition, clip }: WorkerModels): DescriptionKinds => ({
  recognition: recognition ?? '',
  clip: clip?.state === 'ready' && clip.version ? { model: clip.model, version: clip.version } : undefined,
})

/** What the running worker describes templates by; undefined when none is up. */
export async function currentKinds(): Promise<DescriptionKinds | undefined> {
  const models = await workerModels()
  return models && kindsOf(models)
}

/** How many pictures are described in one way. The rest waits for the worker. */
export interface PartProgress {
  readonly done: number
  /** Cannot be described; tried again after an hour, when something is saved or a worker starts. */
  readonly failed: number
}

/** A picture that cannot be described. */
export interface DescribingFailure {
  readonly templateId: string
  readonly slug: string
  readonly pictureId: string
  /** `default`, or the variant's name. */
  readonly style: string
  readonly part: DescriptionPart
  /** In words for curators. */
  readonly reason: string
  readonly triedAt: Date
}

/** How far templates are described. */
export interface VectorProgress {
  /** Pictures of all templates, variants too. */
  readonly total: number
  /** Without it, an upload is not recognised as this picture. */
  readonly recognition: PartProgress
  /** Without it, search does not know what this picture shows. */
  readonly clip: PartProgress & {
    readonly state: ClipState
    /** The model's name; null when no worker is up. */
    readonly model: string | null
    /** What to do when it is missing or broken. */
    readonly how: string | null
  }
  /** The latest 20. */
  readonly failures: readonly DescribingFailure[]
}

/** Counts what the running worker would count as described; while none is up, whatever is stored. */
export async function vectorProgress(): Promise<VectorProgress> {
  const models = await workerModels()
  const { recognition, clip } = models ? kindsOf(models) : { recognition: null, clip: undefined }
  const clipNow = clip ? clipVersion(clip) : null
  const [counts] = await database().$queryRaw<
    { total: number; recognised: number; understood: number; unrecognised: number; meaningless: number }[]
  >`
    select count(*)::int as total,
      count(*) filter (where print.version = coalesce(${recognition}, print.version))::int as recognised,
      count(*) filter (where clip.model || ' ' || clip.version = coalesce(${clipNow}, clip.model || ' ' || clip.version))::int as understood,
      (select count(*) from template_undescribed where kind = 'recognition' and attempts >= ${mostAttempts}
        and version = coalesce(${recognition}, version))::int as unrecognised,
      (select count(*) from template_undescribed where kind = 'clip' and attempts >= ${mostAttempts}
        and version = coalesce(${clipNow}, version))::int as meaningless
    from template_picture picture
    left join template_print print on print.picture_id = picture.id
    left join template_clip clip on clip.picture_id = picture.id`
  const failures = await database().$queryRaw<DescribingFailure[]>`
    select template_id as "templateId", slug, picture_id as "pictureId", style, kind as part, reason, tried_at as "triedAt"
    from template_undescribed tried join template_picture picture on picture.id = picture_id
    join template on template.id = template_id
    where attempts >= ${mostAttempts} order by tried_at desc limit 20`
  const { total, recognised, understood, unrecognised, meaningless } = counts!
  return {
    total,
    recognition: { done: recognised, failed: unrecognised },
    clip: {
      done: understood,
      failed: meaningless,
      state: models?.clip?.state ?? 'away',
      model: models?.clip?.model ?? null,
      how: models?.clip?.how ?? null,
    },
    failures,
  }
}
