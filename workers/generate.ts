import { decide } from '#core/decide'
import { AppError } from '#core/errors'
import type { GeneratePayload } from '#core/jobPayload'
import type { Stage } from '#core/stage'
import { requestKey } from '#store/jobs/requestKey'
import { findFinishedMeme } from '#store/memes'
import type { JobRun } from './jobRun'
import { cleanPicture } from './stages/cleanPicture'
import { fetchSource } from './stages/fetchSource'
import { findRegions } from './stages/findRegions'
import { openPicture } from './stages/openPicture'
import { placeText } from './stages/placeText'
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

/**
 * Makes a meme: the main job, from top to bottom.
 * @returns the meme's id
 * @throws AppError for everything that has a name
 */
export async function generate(payload: GeneratePayload, { parts, clock, signal }: JobRun): Promise<string> {
  const { config } = parts
  const { step } = clock

  const source = await step('fetch', () => fetchSource(payload.source, config, signal))
  const contentKey = requestKey({ ...payload, source }, config)
  const finished = await step('hash', async (note) => {
    if (!config.cache.enable_meme_cache) return undefined
    const memeId = await findFinishedMeme(contentKey)
    note.cacheHit = memeId !== undefined
    return memeId
  })
  if (finished) return finished

  const { bitmap, frames } = await step('decode', (note) => openPicture(source.sha256, parts.pictures, config, note))
  const regions = await step('ocr', (note) => findRegions(source.sha256, bitmap, parts, signal, note))
  const decision = await step('decide', () => {
    if (payload.mode === 'REPLACE_TEXT' && regions.length === 0) throw new AppError('NO_TEXT_TO_REPLACE')
    return decide(regions, payload.keepRegions, payload.mode, config.image_processing.skip_text_removal_threshold)
  })
  const cleaned =
    decision.lines.length === 0
      ? { bitmap, method: 'none' as const }
      : await step('remove_text', (note) => cleanPicture(source.sha256, bitmap, decision.lines, parts, signal, note))
  const words = await step('place_text', () => placeText(payload, cleaned.bitmap, regions, decision, parts))
  const picture = await step('render', () => renderCaptions(cleaned.bitmap, words.placement, words.layouts, payload))
  return step('store', () =>
    storeMeme({
      payload,
      contentKey,
      requestKey: requestKey(payload, config),
      sourceSha256: source.sha256,
      picture,
      urlResultMinutes: config.cache.url_result_minutes,
      report: {
        textFound: regions.map(({ text }) => text),
        removal: {
          regionsRemoved: decision.replace.length,
          method: cleaned.method,
          skippedBecause: decision.skippedBecause,
        },
        placement: words.kind,
        animatedSource: frames > 1,
        stages: clock.rows.map(({ operation, durationMs, cacheHit }) => ({
          stage: operation as Stage,
          durationMs,
          cacheHit,
        })),
      },
    }),
  )
}
