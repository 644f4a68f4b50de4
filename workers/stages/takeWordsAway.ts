import type { Bitmap } from '#core/bitmap'
import type { Decision } from '#core/decide'
import { withoutTemplateWords } from '#core/place/templateWords'
import type { RecognitionReport } from '#core/recognition'
import type { RemovalMethod } from '#core/report'
import type { TextLine, TextRegion } from '#core/text'
import type { LineMethod } from '../inpaint/types'
import type { JobRun } from '../jobRun'
import type { StoredPicture } from '../kinds/pictureReader'
import type { KnownGround } from '../kinds/wordRemover'
import type { StageNote } from '../step'
import { cleanPicture } from './cleanPicture'
import type { Recognised } from './matchTemplate'
import { openTemplate } from './openTemplate'
import { recognisedGround } from './recognisedGround'

/** A picture whose old words are gone. */
export interface WordlessPicture {
  readonly bitmap: Bitmap
  /** Nobody else has its pixels, nor will: they may be drawn on. */
  readonly isOwn: boolean
  readonly method: RemovalMethod
  /** As decided, but for words that the template's own picture has: they stay. */
  readonly decision: Decision
  /** Whether the recognised template's own picture has a line. */
  readonly isOfTemplate: (line: TextLine) => boolean
  /** Captions by what became of their ground. */
  readonly counts: Pick<RecognitionReport, 'regionsRestored' | 'regionsInpainted' | 'regionsOfTemplate'>
}

/**
 * Takes the words away that are decided to go. What a recognised template has under them comes back where both lie on each other well enough.
 * @throws AppError CANCELLED
 */
export async function takeWordsAway(
  picture: StoredPicture,
  regions: readonly TextRegion[],
  decision: Decision,
  recognised: Recognised | null,
  run: Pick<JobRun, 'parts' | 'signal' | 'room'>,
  note: StageNote,
): Promise<WordlessPicture> {
  const ground = recognised ? await groundOf(recognised, regions, decision, run) : undefined
  const cleaned = await cleanPicture(picture, decision.lines, run.parts, run.signal, note, ground)
  const methodOf = new Map(decision.lines.map((line, index) => [line, cleaned.methods[index]!]))
  const isOfTemplate = (line: TextLine): boolean => methodOf.get(line) === 'own'
  return {
    bitmap: cleaned.bitmap,
    isOwn: cleaned.isOwn,
    method: cleaned.method,
    decision: withoutOwn(decision, isOfTemplate),
    isOfTemplate,
    counts: countsOf(decision.replace, methodOf),
  }
}

/** Undefined when the template's file cannot be opened: the words are then taken away as on any picture. */
async function groundOf(
  recognised: Recognised,
  regions: readonly TextRegion[],
  decision: Decision,
  run: Pick<JobRun, 'parts' | 'signal' | 'room'>,
): Promise<KnownGround | undefined> {
  const template = await openTemplate(recognised, run)
  return template && recognisedGround(recognised, template, regions, decision.lines)
}

function withoutOwn(decision: Decision, isOfTemplate: (line: TextLine) => boolean): Decision {
  const replace = withoutTemplateWords(decision.replace, isOfTemplate)
  const lines = decision.lines.filter((line) => !isOfTemplate(line))
  const skippedBecause = lines.length === 0 ? 'The words on it belong to the template’s own picture.' : null
  return { replace, lines, skippedBecause }
}

function countsOf(
  regions: readonly TextRegion[],
  methodOf: ReadonlyMap<TextLine, LineMethod>,
): WordlessPicture['counts'] {
  const kinds = regions.map(({ lines }) => {
    const methods = lines.map((line) => methodOf.get(line))
    if (methods.every((method) => method === 'own')) return 'own'
    return methods.every((method) => method === 'restored' || method === 'own') ? 'restored' : 'inpainted'
  })
  const count = (wanted: string): number => kinds.filter((kind) => kind === wanted).length
  return { regionsRestored: count('restored'), regionsInpainted: count('inpainted'), regionsOfTemplate: count('own') }
}
