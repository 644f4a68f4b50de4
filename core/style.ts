/** How captions are drawn. Every field has a default: `defaultStyle`. */
export interface CaptionStyle {
  /** `auto` takes a look from the place: outlined white on a picture, plain dark on a label or bar. */
  readonly font: FontName
  /** CSS hex colour, or `auto`: the one that contrasts with what is under it. */
  readonly color: string
  /** CSS hex colour, or `auto`: the opposite of `color`. */
  readonly outlineColor: string
  /** Outline width as a fraction of the font size, or `auto`. 0 draws none. */
  readonly outlineWidth: number | 'auto'
  readonly letterCase: LetterCase
  readonly align: Align
  readonly verticalAlign: VerticalAlign
}

export type FontName = 'anton' | 'noto-sans' | 'comic'
export type LetterCase = 'upper' | 'as-typed'
export type Align = 'left' | 'center' | 'right'
export type VerticalAlign = 'top' | 'middle' | 'bottom' | 'auto'

export const defaultStyle: CaptionStyle = {
  font: 'anton',
  color: 'auto',
  outlineColor: 'auto',
  outlineWidth: 'auto',
  letterCase: 'upper',
  align: 'center',
  verticalAlign: 'auto',
}
