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

/** Fonts to choose from; what they lack is set in others. */
export type FontName = 'anton' | 'noto-sans' | 'comic'

/** Capitals, or as they were typed. */
export type LetterCase = 'upper' | 'as-typed'

/** Where a caption's lines begin or end. */
export type Align = 'left' | 'center' | 'right'

/** Where a caption stands in its place; `auto` as the place has it. */
export type VerticalAlign = 'top' | 'middle' | 'bottom' | 'auto'

/** What a person chose; the rest is left to the place. */
export type ChosenStyle = Partial<CaptionStyle>

/**
 * A template box's own style, except for what a person chose. A chosen colour gets the outline that suits it, unless one was chosen, too: the
 * box's own was made for another colour.
 */
export const styleInBox = (own: CaptionStyle, chosen: ChosenStyle): CaptionStyle => ({
  ...own,
  ...(chosen.color === undefined ? {} : { outlineColor: 'auto', outlineWidth: 'auto' }),
  ...chosen,
})

/** The style of who chose nothing. */
export const defaultStyle: CaptionStyle = {
  font: 'anton',
  color: 'auto',
  outlineColor: 'auto',
  outlineWidth: 'auto',
  letterCase: 'upper',
  align: 'center',
  verticalAlign: 'auto',
}
