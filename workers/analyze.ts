import type { Analysis, AnalyzedRegion } from '#core/analysis'
import { decide } from '#core/decide'
import type { AnalyzePayload } from '#core/jobPayload'
import { backgroundsUnder } from '#core/lettering/backgrounds'
import type { Stage } from '#core/stage'
import { saveAnalysis } from '#store/jobs/holdJob'
import { savePicture } from '#store/pictures'
import type { JobRun } from './jobRun'
import { cleanPicture } from './stages/cleanPicture'
import { fetchSource } from './stages/fetchSource'
import { findRegions } from './stages/findRegions'
import { openPicture } from './stages/openPicture'
import { pictureSaliency } from './stages/pictureSaliency'
import { storePicture } from './stages/storePicture'

/** Milliseconds that the stages usually take on two cores: the shares of the progress bar. */
export const analyzeWeights: Readonly<Partial<Record<Stage, number>>> = {
  fetch: 5,
  decode: 15,
  ocr: 150,
  decide: 10,
  remove_text: 70,
  store: 40,
}

/**
 * Looks at a picture before anybody types: which words, where, and what is under them. The words are shown as soon as
 * they are read; the picture without them follows.
 * @throws AppError for everything that has a name
 */
export async function analyze(payload: AnalyzePayload, { hold, parts, clock, signal }: JobRun): Promise<Analysis> {
  const { config } = parts
  const { step } = clock
  const { skip_text_removal_threshold: skipPercent, jpeg_quality: quality } = config.image_processing

  const source = await step('fetch', () => fetchSource(payload.source, config, signal))
  const { bitmap, frames } = await step('decode', (note) => openPicture(source.sha256, parts.pictures, config, note))
  const regions = await step('ocr', (note) => findRegions(source.sha256, bitmap, parts, signal, note))
  const decision = decide(regions, [], 'AUTO', skipPercent)
  const withBackgrounds = (under: typeof bitmap): readonly AnalyzedRegion[] => {
    const backgrounds = backgroundsUnder(
      under,
      regions.map(({ box }) => box),
    )
    return regions.map((region, index) => ({
      ...region,
      lines: region.lines.map((line) => ({ ...line, ofTemplate: false })),
      background: backgrounds[index]!,
    }))
  }
  const first: Analysis = await step('decide', async () => ({
    uploadId: source.uploadId,
    width: bitmap.width,
    height: bitmap.height,
    animated: frames > 1,
    regions: withBackgrounds(bitmap),
    willRemoveText: decision.lines.length > 0,
    picture: null,
    cleanedPicture: null,
    saliency: await pictureSaliency(bitmap),
    matches: null,
    cleanTemplate: null,
  }))
  await saveAnalysis(hold, first)

  const cleaned =
    decision.lines.length > 0
      ? await step('remove_text', (note) => cleanPicture(source.sha256, bitmap, decision.lines, parts, signal, note))
      : undefined
  return step('store', async () => {
    const [picture, cleanedPicture] = await Promise.all([
      storePicture(bitmap, quality),
      cleaned ? storePicture(cleaned.bitmap, quality) : null,
    ])
    await savePicture(source.sha256, picture)
    return {
      ...first,
      matches: [],
      picture,
      cleanedPicture,
      regions: cleaned ? withBackgrounds(cleaned.bitmap) : first.regions,
    }
  })
}
