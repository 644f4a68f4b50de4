import type { Bitmap } from '#core/bitmap'
import type { GeneratePayload, Source, TemplateSource } from '#core/jobPayload'
import type { Stage } from '#core/stage'
import { galleryFor, requestKey } from '#store/jobs/requestKey'
import { findFinishedMeme } from '#store/memes'
import type { JobRun } from './jobRun'
import { memeOfUpload, type PreparedMeme } from './memeOfUpload'
import { fetchSource } from './stages/fetchSource'
import { fillBoxes } from './stages/fillBoxes'
import { openPicture } from './stages/openPicture'
import { renderCaptions } from './stages/renderCaptions'
import { storeMeme } from './stages/storeMeme'

/** Milliseconds that the stages usually take on two cores: the shares of the progress bar. */
export const generateWeights: Readonly<Partial<Record<Stage, number>>> = {
  fetch: 5,
  hash: 2,
  decode: 15,
  ocr: 150,
  match: 50,
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
export async function generate(payload: GeneratePayload, run: JobRun): Promise<string> {
  const { config } = run.parts
  const { step, rows } = run.clock
  const asked = payload.source

  const source = isTemplate(asked) ? asked : await step('fetch', (note) => fetchSource(asked, config, run.signal, note))
  const gallery = await galleryFor(payload)
  const contentKey = requestKey({ ...payload, source }, config, gallery)
  const finished = await step('hash', async (note) => {
    if (!config.cache.enable_meme_cache) return undefined
    // The site has looked under the name that it knew; a picture by URL has its own only now.
    const memeId = await findFinishedMeme(contentKey, contentKey !== requestKey(payload, config, gallery))
    note.cacheHit = memeId !== undefined
    return memeId
  })
  if (finished) return finished

  const { bitmap, frames, isOwn } = await step('decode', (note) =>
    openPicture(source.sha256, run, note, isTemplate(asked) ? 'templates' : 'decoded'),
  )
  const prepared = isTemplate(asked)
    ? await memeOfTemplate(payload, asked, bitmap, run)
    : await memeOfUpload(payload, { sha256: source.sha256, bitmap, isOwn }, run)
  const { placement, layouts, kind } = prepared.words
  const picture = await step('render', (note) =>
    run.parts.pools.render.run(() => renderCaptions(prepared, placement, layouts, payload, note), run.signal, note),
  )
  return step('store', async (note) => {
    note.inputBytes = picture.bytes.byteLength
    return storeMeme({
      payload,
      templateId: prepared.templateId,
      contentKey,
      requestKey: requestKey(payload, config, gallery),
      sourceSha256: source.sha256,
      picture,
      urlResultMinutes: config.cache.url_result_minutes,
      report: {
        ...prepared.done,
        placement: kind,
        animatedSource: frames > 1,
        stages: rows().map(({ operation, durationMs, cacheHit }) => ({
          stage: operation as Stage,
          durationMs,
          cacheHit,
        })),
      },
    })
  })
}

const isTemplate = (source: Source | TemplateSource): source is TemplateSource => 'boxes' in source

/** A template's picture has no old words, and its boxes say where the new ones go. */
async function memeOfTemplate(
  { captions }: GeneratePayload,
  { templateId, boxes }: TemplateSource,
  bitmap: Bitmap,
  { parts, clock: { step } }: JobRun,
): Promise<PreparedMeme> {
  const { min_font_px: minFontPx } = parts.config.limits
  const words = await step('place_text', () => fillBoxes(captions, boxes, bitmap, parts.lettering, minFontPx))
  const removal = { regionsRemoved: 0, method: 'none', skippedBecause: 'The template’s own picture was used.' } as const
  return { bitmap, isOwn: false, words, done: { textFound: [], removal, matches: [], recognition: null }, templateId }
}
