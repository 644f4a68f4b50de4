import type { SKRSContext2D } from '@napi-rs/canvas'
import { registerFonts } from './registerFonts'

/** Where words stand and how large, in pixels. */
interface Place {
  /** Their middle. */
  readonly x: number
  /** Their baseline. */
  readonly y: number
  readonly sizePx: number
  /** Of the outline, half of which is under the letters. */
  readonly linePx?: number
}

/** Draws words as memes have them: white with a black outline. */
export function drawMemeWords(context: SKRSContext2D, words: string, { x, y, sizePx, linePx = 10 }: Place): void {
  registerFonts('anton', words)
  context.font = `${sizePx}px Anton`
  context.textAlign = 'center'
  context.lineJoin = 'round'
  context.lineWidth = linePx
  context.strokeStyle = '#000'
  context.strokeText(words, x, y)
  context.fillStyle = '#fff'
  context.fillText(words, x, y)
}
