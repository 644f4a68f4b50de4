import type { Bitmap } from '#core/bitmap'
import { decide } from '#core/decide'
import { AppError } from '#core/errors'
import type { GeneratePayload, Source, TemplateSource } from '#core/jobPayload'
import type { MemeReport } from '#core/report'
import type { Stage } from '#core/stage'
import { requestKey } from '#store/jobs/requestKey'
import { findFinishedMeme } from '#store/memes'
import { countUse } from '#store/templates/findTemplates'
import type { JobRun } from './jobRun'
import { cleanPicture } from './stages/cleanPicture'
import { fetchSource } from './stages/fetchSource'
import { fillBoxes } from './stages/fillBoxes'
import { findRegions } from './stages/findRegions'
import { openPicture } from './stages/openPicture'
import { type PlacedText, placeText } from './stages/placeText'
import { renderCaptions } from './stages/renderCaptions'
import { storeMeme } from './stages/storeMeme'

/** Milliseconds that the stages usually take on two cores: the shares of the progress bar. */
export const generateWeights: Readonly<Record<Stage, number>> = {
  fetch: 5,
  hash: 2,
  decode: 15,
  ocr: 150,
  decide: 1,
  remove_text: 70,
  place_text: 10,
  render: 20,
  store: 10,
}

/** What the captions are drawn on, where they go, and what was found and done before. */
interface Prepared {
  readonly bitmap: Bitmap
  readonly words: PlacedText
  readonly done: Pick<MemeReport, 'textFound' | 'removal'>
}

/**
 * Makes a meme: the main job, from top to bottom.
 * @returns the meme's id
 * @throws AppError for everything that has a name
 */
export async function generate(payload: GeneratePayload, run: JobRun): Promise<string> {
  const { config, pictures } = run.parts
  const { step, rows } = run.clock
  const asked = payload.source

  const source = isTemplate(asked) ? asked : await step('fetch', () => fetchSource(asked, config, run.signal))
  const contentKey = requestKey({ ...payload, source }, config)
  const finished = await step('hash', async (note) => {
    const memeId = await findFinishedMeme(contentKey)
    note.cacheHit = memeId !== undefined
    return memeId
  })
  if (finished) return finished

  const { bitmap, frames } = await step('decode', (note) => openPicture(source.sha256, pictures, config, note))
  const prepared = isTemplate(asked)
    ? await onTemplate(payload, asked, bitmap, run)
    : await inPlaceOfOldWords(payload, source.sha256, bitmap, run)
  const { placement, layouts, kind } = prepared.words
  const picture = await step('render', () => renderCaptions(prepared.bitmap, placement, layouts, payload))
  return step('store', async () => {
    const memeId = await storeMeme({
      payload,
      contentKey,
      requestKey: requestKey(payload, config),
      sourceSha256: source.sha256,
      picture,
      urlResultMinutes: config.cache.url_result_minutes,
      report: {
        ...prepared.done,
        placement: kind,
        animatedSource: frames > 1,
        stages: rows.map(({ operation, durationMs, cacheHit }) => ({
          stage: operation as Stage,
          durationMs,
          cacheHit,
        })),
      },
    })
    if (isTemplate(asked)) await countUse(asked.templateId)
    return memeId
  })
}

const isTemplate = (source: Source | TemplateSource): source is TemplateSource => 'boxes' in source

/** A template's picture has no old words, and its boxes say where the new ones go. */
async function onTemplate(
  { captions }: GeneratePayload,
  { boxes }: TemplateSource,
  bitmap: Bitmap,
  { parts, clock: { step } }: JobRun,
): Promise<Prepared> {
  const { min_font_px: minFontPx } = parts.config.limits
  const words = await step('place_text', () => fillBoxes(captions, boxes, bitmap, parts.lettering, minFontPx))
  const removal = { regionsRemoved: 0, method: 'none', skippedBecause: 'The template’s own picture was used.' } as const
  return { bitmap, words, done: { textFound: [], removal } }
}

/** Old words are read and, where they go, taken away; then the new ones get their places. */
async function inPlaceOfOldWords(
  payload: GeneratePayload,
  sha256: string,
  bitmap: Bitmap,
  { parts, clock: { step }, signal }: JobRun,
): Promise<Prepared> {
  const regions = await step('ocr', (note) => findRegions(sha256, bitmap, parts, signal, note))
  const decision = await step('decide', () => {
    if (payload.mode === 'REPLACE_TEXT' && regions.length === 0) throw new AppError('NO_TEXT_TO_REPLACE')
    return decide(regions, payload.keepRegions, payload.mode, parts.config.image_processing.skip_text_removal_threshold)
  })
  const cleaned =
    decision.lines.length === 0
      ? { bitmap, method: 'none' as const }
      : await step('remove_text', (note) => cleanPicture(sha256, bitmap, decision.lines, parts, signal, note))
  const words = await step('place_text', () => placeText(payload, cleaned.bitmap, regions, decision, parts))
  const removal = {
    regionsRemoved: decision.replace.length,
    method: cleaned.method,
    skippedBecause: decision.skippedBecause,
  }
  return { bitmap: cleaned.bitmap, words, done: { textFound: regions.map(({ text }) => text), removal } }
}
