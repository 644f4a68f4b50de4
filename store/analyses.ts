import type { Analysis } from '#core/analysis'
import type { Config } from '#core/config'
import type { AnalyzePayload } from '#core/jobPayload'
import type { SharedCache } from './cache/createSharedCache'
import { sharedCache } from './cache/sharedCache'
import { fileSize } from './files'
import { savePicture } from './pictures'
import { findUpload } from './uploads'

/** What was found on a picture, by the name of the request that it answers. */
interface KeptAnalysis {
  readonly analysis: Analysis
  /** Of the source bytes. */
  readonly sha256: string
  /** For requests by URL, whose content may change, milliseconds since 1970; null: as long as the cache keeps it. */
  readonly untilMs: number | null
}

const kept = (config: Config): SharedCache<KeptAnalysis> => sharedCache('analysis', config)

/** A finished analysis, and what it answers. */
export interface FinishedAnalysis {
  readonly analysis: Analysis
  readonly sha256: string
  /** The request by the picture's content, … */
  readonly contentKey: string
  /** … and as it was asked: another for pictures by URL, good for `cache.url_result_minutes`. */
  readonly requestKey: string
  /** What making it took. */
  readonly madeMs: number
}

/** Keeps an analysis for equal requests (`cache.enable_analysis_cache`). A cache that fails keeps nothing and says so itself. */
export async function keepAnalysis(finished: FinishedAnalysis, config: Config): Promise<void> {
  const { analysis, sha256, contentKey, requestKey, madeMs } = finished
  const writes = [kept(config).set([contentKey], { analysis, sha256, untilMs: null }, madeMs)]
  if (requestKey !== contentKey) {
    const untilMs = Date.now() + config.cache.url_result_minutes * 60_000
    writes.push(kept(config).set([requestKey], { analysis, sha256, untilMs }, madeMs))
  }
  await Promise.all(writes)
}

/**
 * The analysis that answers a request, as long as its pictures are there; it names the asker's own upload.
 * @param requestKey as `requestKey` names the request
 * @returns undefined when the picture has to be looked at
 */
export async function findAnalysis(
  { source }: AnalyzePayload,
  requestKey: string,
  config: Config,
): Promise<Analysis | undefined> {
  const found = (await kept(config).get([requestKey]))?.value
  if (!found) return undefined
  const { analysis, sha256, untilMs } = found
  if (untilMs !== null && untilMs <= Date.now()) return undefined
  const files = [analysis.picture, analysis.cleanedPicture].flatMap((picture) => (picture ? [picture.file] : []))
  const sizes = await Promise.all(files.map((file) => fileSize('images', file)))
  if (sizes.includes(null)) return undefined
  const upload = 'uploadId' in source ? source.uploadId : (await findUpload(analysis.uploadId))?.id
  if (upload === undefined) return undefined
  // Also when it was made long ago: a meme that is made next shows it as what was there before.
  if (analysis.picture) await savePicture(sha256, analysis.picture)
  return { ...analysis, uploadId: upload }
}
