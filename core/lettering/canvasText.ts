import type { FontSpec } from './types'

/** What lettering needs of a 2D context: the browser's CanvasRenderingContext2D and @napi-rs/canvas's both have it. */
export interface TextContext {
  font: string
  textAlign: string
  textBaseline: string
  direction: string
  lineJoin: string
  lineWidth: number
  fillStyle: unknown
  strokeStyle: unknown
  /** Only @napi-rs/canvas. */
  fontVariationSettings?: string
  lang?: string
  save(): void
  restore(): void
  translate(x: number, y: number): void
  rotate(radians: number): void
  beginPath(): void
  rect(x: number, y: number, width: number, height: number): void
  clip(): void
  fillText(text: string, x: number, y: number): void
  strokeText(text: string, x: number, y: number): void
  measureText(text: string): {
    readonly width: number
    readonly actualBoundingBoxLeft: number
    readonly actualBoundingBoxRight: number
    readonly actualBoundingBoxAscent: number
    readonly actualBoundingBoxDescent: number
  }
}

/**
 * Sets the face. Skia thickens a font artificially when it is asked for a weight that its file does not hold, as browsers do.
 * In the browser each of our faces is declared with the weights it is used at; here the weight goes to the variable
 * fonts alone, and the others are asked for by their only weight.
 */
export function setFont(context: TextContext, font: FontSpec, sizePx: number): void {
  if (context.fontVariationSettings === undefined) {
    context.font = `${font.weight} ${sizePx}px ${font.stack}`
    return
  }
  context.font = `${sizePx}px ${font.stack}`
  context.fontVariationSettings = `'wght' ${font.weight}`
  // The default follows the host's language, and with it some glyphs of Han characters would.
  context.lang = 'en'
}

/** Sets how a line is laid from its origin: to the right, on the alphabetic baseline, in its own base direction. */
export function setLine(context: TextContext, direction: 'ltr' | 'rtl'): void {
  context.textAlign = 'left'
  context.textBaseline = 'alphabetic'
  context.direction = direction
}
