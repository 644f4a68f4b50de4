import type { Bitmap } from '#core/bitmap'
import { type Decision, decide } from '#core/decide'
import { AppError } from '#core/errors'
import type { GeneratePayload } from '#core/jobPayload'
import type { RecognisedPlaces } from '#core/recognition'
import type { MemeReport } from '#core/report'
import type { TextRegion } from '#core/text'
import type { JobRun } from './jobRun'
import type { StoredPicture } from './kinds/pictureReader'
import { findRegions } from './stages/findRegions'
import { matchTemplate, notLookedFor, type Recognised } from './stages/matchTemplate'
import { openPicture } from './stages/openPicture'
import { placeOnRecognised } from './stages/placeOnRecognised'
import { type PlacedText, placeText } from './stages/placeText'
import { takeWordsAway, type WordlessPicture } from './stages/takeWordsAway'

/** What the captions are drawn on, where they go, and what was found and done before. */
export interface PreparedMeme {
  readonly bitmap: Bitmap
  /** Nobody else has its pixels, nor will: they may be drawn on. */
  readonly isOwn: boolean
  readonly words: PlacedText
  readonly done: Pick<MemeReport, 'textFound' | 'removal' | 'matches' | 'recognition'>
  /** Whose template it is; null when it is nobody's. */
  readonly templateId: string | null
}

/**
 * Old words are read while the picture is looked for among the templates; where words go, they are taken away, or the template's own picture takes
 * the upload's place; then the new ones get their places.
 */
export async function memeOfUpload(
  payload: GeneratePayload,
  picture: StoredPicture,
  run: JobRun,
): Promise<PreparedMeme> {
  const { step } = run.clock
  const { sha256, bitmap } = picture
  const [regions, { matches, recognised }] = await Promise.all([
    step('ocr', (note) => findRegions(sha256, bitmap, run.parts, run.signal, note)),
    payload.recognition === 'IGNORE' ? notLookedFor : step('match', (note) => matchTemplate(sha256, bitmap, run, note)),
  ])
  const decision = await step('decide', () => {
    if (payload.mode === 'REPLACE_TEXT' && regions.length === 0) throw new AppError('NO_TEXT_TO_REPLACE')
    return decide(
      regions,
      payload.keepRegions,
      payload.mode,
      run.parts.config.image_processing.skip_text_removal_threshold,
    )
  })
  const found = { textFound: regions.map(({ text }) => text), matches }
  return recognised && payload.recognition === 'CLEAN_TEMPLATE'
    ? onCleanTemplate(payload, recognised, found, run)
    : onUpload(payload, picture, regions, decision, recognised, found, run)
}

type Found = Pick<MemeReport, 'textFound' | 'matches'>

/** The template's own picture, with the words in its boxes. */
async function onCleanTemplate(
  payload: GeneratePayload,
  { picture }: Recognised,
  found: Found,
  run: JobRun,
): Promise<PreparedMeme> {
  const {
    parts,
    clock: { step },
  } = run
  const { bitmap } = await step('decode', (note) => openPicture(picture.sourceSha256, run, note, 'templates'))
  const nothing = { replace: [], lines: [], skippedBecause: 'The template’s own picture was used.' }
  // Old places are on the upload, which is not shown.
  const asked = {
    ...payload,
    places: 'TEMPLATE_BOXES',
    mode: payload.mode === 'REPLACE_TEXT' ? 'AUTO' : payload.mode,
  } as const
  const { words, places } = await step('place_text', () =>
    placeOnRecognised(asked, bitmap, picture.boxes, [], [], nothing, parts),
  )
  const { templateId, name } = picture
  const none = { regionsRestored: 0, regionsInpainted: 0, regionsOfTemplate: 0 }
  const removal = { regionsRemoved: 0, method: 'none', skippedBecause: nothing.skippedBecause } as const
  const recognition = { use: 'CLEAN_TEMPLATE', templateId, name, places, ...none } as const
  return { bitmap, isOwn: false, words, done: { ...found, removal, recognition }, templateId }
}

/** The upload without the words that go. */
async function onUpload(
  payload: GeneratePayload,
  picture: StoredPicture,
  regions: readonly TextRegion[],
  decision: Decision,
  recognised: Recognised | null,
  found: Found,
  run: JobRun,
): Promise<PreparedMeme> {
  const { step } = run.clock
  const wordless: WordlessPicture =
    decision.lines.length === 0
      ? { ...untouched(picture), decision }
      : await step('remove_text', (note) => takeWordsAway(picture, regions, decision, recognised, run, note))
  const { words, places } = await step('place_text', () => wordsOn(payload, wordless, regions, recognised, run))
  const removal = {
    regionsRemoved: wordless.decision.replace.length,
    method: wordless.method,
    skippedBecause: wordless.decision.skippedBecause,
  }
  const recognition = recognised && {
    use: 'RESTORE' as const,
    templateId: recognised.picture.templateId,
    name: recognised.picture.name,
    places,
    ...wordless.counts,
  }
  const templateId = recognised?.picture.templateId ?? null
  const { bitmap: ground, isOwn } = wordless
  return { bitmap: ground, isOwn, words, done: { ...found, removal, recognition }, templateId }
}

const untouched = ({ bitmap, isOwn = false }: StoredPicture): Omit<WordlessPicture, 'decision'> => ({
  bitmap,
  isOwn,
  method: 'none',
  isOfTemplate: () => false,
  counts: nothingDone,
})

const nothingDone = { regionsRestored: 0, regionsInpainted: 0, regionsOfTemplate: 0 }

async function wordsOn(
  payload: GeneratePayload,
  { bitmap, decision }: WordlessPicture,
  regions: readonly TextRegion[],
  recognised: Recognised | null,
  { parts }: JobRun,
): Promise<{ readonly words: PlacedText; readonly places: RecognisedPlaces | null }> {
  if (recognised === null) return { words: await placeText(payload, bitmap, regions, decision, parts), places: null }
  const kept = regions.filter(({ id }) => payload.keepRegions.includes(id))
  return placeOnRecognised(payload, bitmap, recognised.found.boxes, regions, kept, decision, parts)
}
