import { AppError } from '#core/errors'
import type { BatchItemInput, CaptionStyleInput, GenerateMemeInput, Maybe } from '../generated/resolvers'
import { invalid } from './invalid'

/** What is said, without what is left out. */
const said = <T extends object>(input: Maybe<T> | undefined): Partial<T> =>
  Object.fromEntries(Object.entries(input ?? {}).filter(([, value]) => value != null)) as Partial<T>

/**
 * An item of a batch as a request of its own: what it says goes before what all share. A template's style and kept regions belong to the picture that they
 * are said with.
 * @throws AppError INPUT_INVALID without a picture | NO_CAPTIONS without words
 */
export function readBatchItem(item: BatchItemInput, shared: Maybe<BatchItemInput> | undefined): GenerateMemeInput {
  const own = said(item)
  const { templateStyle, keepRegions, ...rest } = said(shared)
  const ofPicture = own.source ? {} : { templateStyle, keepRegions }
  const style: CaptionStyleInput = { ...said(shared?.style), ...said(item.style) }
  const { source, captions, ...input } = { ...rest, ...ofPicture, ...own, style }
  if (!source) throw invalid('source', 'This item has no picture: give one to it, or to all as shared.source.')
  if (!captions) throw new AppError('NO_CAPTIONS')
  return { ...input, source, captions }
}
