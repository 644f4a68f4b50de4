import type { Bitmap } from '#core/bitmap'
import type { Config } from '#core/config'
import type { FoundTemplate } from '#core/recognition'
import type { SharedCache } from '#store/cache/createSharedCache'
import { sharedCache } from '#store/cache/sharedCache'
import { pipelineVersion } from '#store/jobs/pipelineVersion'
import type { JobRun } from '../jobRun'
import { boxesOnUpload } from '../recognise/boxesOnUpload'
import { noteUnmatched } from '../recognise/noteUnmatched'
import { recogniseProbe, type TemplateMatch } from '../recognise/recognise'
import { recognitionVersion } from '../recognise/recognitionVersion'
import type { KnownPicture } from '../recognise/storedGallery'
import type { Transform } from '../recognise/transform'
import { probeUpload } from '../recognise/uploadProbe'
import type { StageNote } from '../step'
import { noteSize } from './noteSize'
import { openPicture } from './openPicture'

/** A template that a picture shows for certain. */
export interface Recognised {
  readonly found: FoundTemplate
  readonly picture: KnownPicture
  /** From the template's picture to the upload, both in full size. */
  readonly transform: Transform
}

/** What a picture was compared with. */
export interface MatchedPicture {
  /** The most certain first, each template once. */
  readonly matches: readonly FoundTemplate[]
  /** The first of them, when it is certain enough. */
  readonly recognised: Recognised | null
}

/** When nobody wants to know. */
export const notLookedFor: MatchedPicture = { matches: [], recognised: null }

/** What pictures were recognised as, so that a meme after an analysis, or with other words, does not align them again. */
const templateMatches = (config: Config): SharedCache<readonly TemplateMatch[]> => sharedCache('match', config)

/**
 * Looks which published template a picture shows; the same picture against the same gallery is looked at once, by whichever worker
 * (`cache.enable_match_cache`). A picture that shows none is counted for the curators once its job has ended. It does not wait for the words to be read, which takes longer: where words may stand is seen anyway.
 */
export async function matchTemplate(
  sha256: string,
  bitmap: Bitmap,
  run: Pick<JobRun, 'parts' | 'afterwards' | 'signal' | 'room'>,
  note: StageNote,
): Promise<MatchedPicture> {
  const { parts, afterwards, signal } = run
  const { config, gallery } = parts
  const threshold = config.vector_db.similarity_threshold
  await gallery.refresh()
  noteSize(note, bitmap)
  note.model = recognitionVersion
  note.device = 'cpu'
  const id = [sha256, bitmap.width, bitmap.height, gallery.revision, recognitionVersion, pipelineVersion]
  const look = async (): Promise<readonly TemplateMatch[]> => {
    const probe = await probeUpload(bitmap, [])
    const matches = await recogniseProbe(probe, gallery)
    const isUnmatched = matches.every(({ confidence }) => confidence < threshold)
    if (isUnmatched) {
      // Also of a job that was cancelled.
      const open = async () => (await openPicture(sha256, { ...run, signal: AbortSignal.any([]) }, {})).bitmap
      afterwards(() => noteUnmatched({ sha256, open, probe }, config.image_processing.jpeg_quality))
    }
    return matches
  }
  const { value: matches, hit } = await templateMatches(config).getOrMake(id, look, signal)
  if (hit !== null) note.cacheHit = hit
  const found = matches.flatMap((match): Recognised[] => {
    const picture = gallery.known(match.id)
    if (picture === undefined) return []
    return [{ found: foundTemplate(match, picture, bitmap, threshold), picture, transform: match.transform }]
  })
  const each = found.filter(
    ({ picture }, k) => found.findIndex((one) => one.picture.templateId === picture.templateId) === k,
  )
  return {
    matches: each.map((one) => one.found),
    recognised: each[0]?.found.recognised ? each[0] : null,
  }
}

function foundTemplate(match: TemplateMatch, picture: KnownPicture, upload: Bitmap, threshold: number): FoundTemplate {
  const { boxes, leftOut } = boxesOnUpload(picture.boxes, picture, upload, match.transform)
  return {
    templateId: picture.templateId,
    pictureId: picture.pictureId,
    name: picture.name,
    style: picture.style,
    confidence: match.confidence,
    recognised: match.confidence >= threshold,
    how: match.how,
    flipped: match.flipped,
    boxes: boxes.map((box) => ({ ...box, background: null })),
    boxesLeftOut: leftOut,
  }
}
