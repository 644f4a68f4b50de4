import type { Config } from '#core/config'
import { AppError } from '#core/errors'
import { normalizeCaption } from '#core/lettering/normalizeCaption'
import { unsupportedCharacters } from '#core/lettering/unsupportedCharacters'

const controlCharacters = /[\p{Cc}\p{Cs}]/u
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The longest emoji sequences have this many UTF-16 units; text with more per grapheme is piled-up marks. */
const MAX_UNITS_PER_GRAPHEME = 32

function isTooLong(caption: string, maxCharacters: number): boolean {
  if (caption.length > maxCharacters * MAX_UNITS_PER_GRAPHEME) return true
  let count = 0
  for (const _ of graphemes.segment(caption)) if (++count > maxCharacters) return true
  return false
}

/**
 * Captions as they are laid out, checked.
 * @throws AppError NO_CAPTIONS | TOO_MANY_CAPTIONS | CAPTION_TOO_LONG | CAPTION_HAS_CONTROL_CHARACTERS |
 * UNSUPPORTED_CHARACTERS
 */
export function readCaptions(captions: readonly string[], { limits }: Pick<Config, 'limits'>): readonly string[] {
  const { max_captions: maxCaptions, max_caption_characters: maxCharacters } = limits
  if (captions.length > maxCaptions)
    throw new AppError(
      'TOO_MANY_CAPTIONS',
      `There are ${captions.length} captions; at most ${maxCaptions} are allowed.`,
      {
        details: { maxCaptions },
      },
    )
  const read = captions.map((caption, captionIndex) => readCaption(caption, captionIndex, maxCharacters))
  if (read.every((caption) => caption === '')) throw new AppError('NO_CAPTIONS')
  return read
}

function readCaption(typed: string, captionIndex: number, maxCharacters: number): string {
  const caption = typed.replaceAll('\r\n', '\n')
  const where = `Caption ${captionIndex + 1}`
  if (isTooLong(caption, maxCharacters))
    throw new AppError('CAPTION_TOO_LONG', `${where} is longer than ${maxCharacters} characters. Shorten it.`, {
      details: { captionIndex, maxCharacters },
    })
  if (controlCharacters.test(caption.replaceAll('\n', '')))
    throw new AppError('CAPTION_HAS_CONTROL_CHARACTERS', `${where} contains control characters. Remove them.`, {
      details: { captionIndex },
    })
  const characters = unsupportedCharacters(caption)
  if (characters.length > 0)
    throw new AppError(
      'UNSUPPORTED_CHARACTERS',
      `None of our fonts can draw ${characters.join(' ')}. Take it out of caption ${captionIndex + 1}.`,
      { details: { captionIndex, characters } },
    )
  return normalizeCaption(caption)
}
