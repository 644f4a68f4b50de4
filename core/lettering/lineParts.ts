import type { TextContext } from './canvasText'

/** A part of a line that is drawn by itself, after a lead that is cut off. */
export interface LinePart {
  readonly text: string
  /** Width of what stands before the part in `text` and is not to be seen. */
  readonly leadPx: number
}

const lead = '😀'
/** Sequences that begin with a character shown as text by default and go on with one shown in colour: 🏳️‍🌈, ❤️‍🔥, ❤️‍🩹, ⛓️‍💥. */
const breaking = /([\u2764\u26D3\u{1F3F3}]\uFE0F?\u200D\p{Emoji_Presentation})/u

/**
 * Cuts a line where @napi-rs/canvas 1.1 would break an emoji sequence: Skia's shaper begins a new run inside of those above, unless
 * another emoji stands before them. Lines from right to left are left as they are. Browsers join all sequences.
 */
export function lineParts(context: TextContext, text: string, direction: 'ltr' | 'rtl'): readonly LinePart[] {
  if (context.fontVariationSettings === undefined || direction === 'rtl' || !breaking.test(text)) {
    return [{ text, leadPx: 0 }]
  }
  const leadPx = context.measureText(lead).width
  return text
    .split(breaking)
    .filter((part) => part !== '')
    .map((part) => (breaking.test(part) ? { text: lead + part, leadPx } : { text: part, leadPx: 0 }))
}
