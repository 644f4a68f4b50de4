import type { Analysis, AnalyzedRegion } from '#core/analysis'
import type { Bitmap } from '#core/bitmap'
import { type Decision, decide } from '#core/decide'
import type { AnalyzePayload } from '#core/jobPayload'
import { backgroundsUnder } from '#core/lettering/backgrounds'
import type { FoundTemplate } from '#core/recognition'
import type { Stage } from '#core/stage'
import type { TextLine, TextRegion } from '#core/text'
import { keepAnalysis } from '#store/analyses'
import { saveAnalysis } from '#store/jobs/holdJob'
import { galleryFor, requestKey } from '#store/jobs/requestKey'
import { savePicture } from '#store/pictures'
import type { JobRun } from './jobRun'
import { analyzedTemplate, withGround } from './stages/analyzedTemplate'
import { fetchSource } from './stages/fetchSource'
import { findRegions } from './stages/findRegions'
import { matchTemplate, notLookedFor, type Recognised } from './stages/matchTemplate'
import { noteSize } from './stages/noteSize'
import { openPicture } from './stages/openPicture'
import { openTemplate } from './stages/openTemplate'
import { pictureSaliency } from './stages/pictureSaliency'
import { storePicture } from './stages/storePicture'
import { takeWordsAway, type WordlessPicture } from './stages/takeWordsAway'
import type { StageNote } from './step'

/** Milliseconds that the stages usually take on two cores: the shares of the progress bar. */
export const analyzeWeights: Readonly<Partial<Record<Stage, number>>> = {
  fetch: 5,
  decode: 15,
  ocr: 150,
  match: 50,
  decide: 10,
  remove_text: 70,
  store: 40,
}

/**
 * Looks at a picture before anybody types: which words, where, what is under them, and which template it is, side by side. The words are shown as
 * soon as they are read, then the templates; the picture without its words follows.
 * @throws AppError for everything that has a name
 */
export async function analyze(payload: AnalyzePayload, run: JobRun): Promise<Analysis> {
  const { hold, parts, clock, signal } = run
  const { config } = parts
  const { step } = clock
  const { skip_text_removal_threshold: skipPercent, jpeg_quality: quality } = config.image_processing

  const start = performance.now()
  const source = await step('fetch', (note) => fetchSource(payload.source, config, signal, note))
  const { sha256 } = source
  const gallery = await galleryFor(payload)
  const { bitmap, frames } = await step('decode', (note) => openPicture(sha256, run, note))
  const read = step('ocr', (note) => findRegions(sha256, bitmap, parts, signal, note))
  const looked = payload.recognise
    ? step('match', (note) => matchTemplate(sha256, bitmap, run, note))
    : Promise.resolve(notLookedFor)
  // When reading fails, nobody waits for it.
  looked.catch(() => {})
  const regions = await read
  const decision = decide(regions, [], 'AUTO', skipPercent)
  const first: Analysis = await step('decide', async () => ({
    uploadId: source.uploadId,
    width: bitmap.width,
    height: bitmap.height,
    animated: frames > 1,
    regions: analyzedRegions(regions, bitmap, () => false),
    willRemoveText: decision.lines.length > 0,
    picture: null,
    cleanedPicture: null,
    saliency: await pictureSaliency(bitmap),
    matches: payload.recognise ? null : [],
    cleanTemplate: null,
  }))
  await saveAnalysis(hold, first)

  const { matches, recognised } = await looked
  // Also when there are none: the page gives places to words as soon as it knows whose they are.
  if (payload.recognise) await saveAnalysis(hold, { ...first, matches })

  const keep = (shown: Bitmap, note?: StageNote) =>
    parts.pools.render.run(() => storePicture(shown, quality), signal, note)
  // Beside the removal, which takes one core; reading takes them all.
  const kept = keep(bitmap)
  // When the removal fails, nobody waits for it.
  kept.catch(() => {})
  const wordless = await withoutWords(sha256, bitmap, regions, decision, recognised, run)
  return step('store', async (note) => {
    noteSize(note, bitmap)
    note.inputBytes = bitmap.data.byteLength
    const [picture, cleanedPicture, cleanTemplate] = await Promise.all([
      kept,
      wordless && wordless.bitmap !== bitmap ? keep(wordless.bitmap, note) : null,
      recognised && cleanTemplateOf(recognised, run),
    ])
    const analysis: Analysis = {
      ...first,
      willRemoveText: wordless !== null && wordless.decision.lines.length > 0,
      regions: wordless ? analyzedRegions(regions, wordless.bitmap, wordless.isOfTemplate) : first.regions,
      picture,
      cleanedPicture,
      matches: matches.map((match) => onGround(match, wordless?.bitmap ?? bitmap)),
      cleanTemplate,
    }
    const contentKey = requestKey({ ...payload, source }, config, gallery)
    const answers = { contentKey, requestKey: requestKey(payload, config, gallery) }
    await Promise.all([
      savePicture(sha256, picture),
      keepAnalysis({ analysis, sha256, ...answers, madeMs: performance.now() - start }, config),
    ])
    return analysis
  })
}

/** Null when there is nothing to take away. */
async function withoutWords(
  sha256: string,
  bitmap: Bitmap,
  regions: readonly TextRegion[],
  decision: Decision,
  recognised: Recognised | null,
  run: JobRun,
): Promise<WordlessPicture | null> {
  if (decision.lines.length === 0) return null
  return run.clock.step('remove_text', (note) =>
    takeWordsAway({ sha256, bitmap }, regions, decision, recognised, run, note),
  )
}

function analyzedRegions(
  regions: readonly TextRegion[],
  under: Bitmap,
  isOfTemplate: (line: TextLine) => boolean,
): readonly AnalyzedRegion[] {
  const backgrounds = backgroundsUnder(
    under,
    regions.map(({ box }) => box),
  )
  return regions.map((region, index) => ({
    ...region,
    lines: region.lines.map((line) => ({ ...line, ofTemplate: isOfTemplate(line) })),
    background: backgrounds[index]!,
  }))
}

/** Only boxes of the template that is used have words on them. */
const onGround = (match: FoundTemplate, bitmap: Bitmap): FoundTemplate =>
  match.recognised ? { ...match, boxes: withGround(match.boxes, bitmap) } : match

async function cleanTemplateOf(recognised: Recognised, run: JobRun): Promise<Analysis['cleanTemplate']> {
  const bitmap = await openTemplate(recognised, run)
  return bitmap ? analyzedTemplate(recognised, bitmap) : null
}
