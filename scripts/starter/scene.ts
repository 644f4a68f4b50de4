import type { BoxPx } from '#core/box'
import type { CaptionStyle } from '#core/style'

/** A place for words on a scene, in its pixels. */
export interface SceneBox extends BoxPx {
  readonly style: CaptionStyle
  readonly example: string
}

/** A template of the starter set, with what draws its picture. */
export interface Scene {
  readonly slug: string
  readonly name: string
  readonly aliases: readonly string[]
  /** Words people would search for, the structure's common names among them. */
  readonly keywords: readonly string[]
  readonly description: string
  readonly width: number
  readonly height: number
  readonly boxes: readonly SceneBox[]
  /** SVG markup in the scene's pixels. */
  readonly draw: () => string
}

/** Left, top, width, height, before turning. */
type Area = readonly [number, number, number, number]
type Change = Partial<CaptionStyle> & { readonly angle?: number }

const classic: CaptionStyle = {
  font: 'anton',
  color: '#ffffff',
  outlineColor: '#000000',
  outlineWidth: 0.07,
  letterCase: 'upper',
  align: 'center',
  verticalAlign: 'middle',
}

const plain: CaptionStyle = {
  font: 'noto-sans',
  color: '#2b1a2e',
  outlineColor: '#ffffff',
  outlineWidth: 0,
  letterCase: 'as-typed',
  align: 'center',
  verticalAlign: 'middle',
}

function box(style: CaptionStyle, [xPx, yPx, widthPx, heightPx]: Area, example: string, change: Change): SceneBox {
  const { angle = 0, ...other } = change
  return { xPx, yPx, widthPx, heightPx, angle, example, style: { ...style, ...other } }
}

/** White outlined capitals, which can be read on any picture. */
export const outlined = (area: Area, example: string, change: Change = {}): SceneBox =>
  box(classic, area, example, change)

/** Dark words as typed, for paper, boards and labels. */
export const written = (area: Area, example: string, change: Change = {}): SceneBox => box(plain, area, example, change)

/** As `written`, in a hand's letters. */
export const handwritten = (area: Area, example: string, change: Change = {}): SceneBox =>
  box({ ...plain, font: 'comic' }, area, example, change)
