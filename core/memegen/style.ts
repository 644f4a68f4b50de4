import names from 'color-name'
import { type CaptionStyle, defaultStyle, type FontName } from '../style'
import type { MemegenText } from './config'

const fonts: Readonly<Record<string, FontName>> = { thick: 'anton', impact: 'anton', thin: 'noto-sans', comic: 'comic' }
const fontNames: Readonly<Record<FontName, string>> = { anton: 'thick', 'noto-sans': 'thin', comic: 'comic' }
const aligns = ['left', 'center', 'right'] as const

const hex = (value: number): string => value.toString(16).padStart(2, '0')

/** A CSS name or #rrggbb(aa) as #rrggbb; undefined for anything else. Transparency is left out. */
function hexColor(color: string): string | undefined {
  if (/^#[0-9a-f]{6}([0-9a-f]{2})?$/i.test(color)) return color.slice(0, 7).toLowerCase()
  const rgb = Object.hasOwn(names, color) ? names[color as keyof typeof names] : undefined
  return rgb && `#${rgb.map(hex).join('')}`
}

/** A look of ours for memegen's; `unknown` names what has no counterpart (it is kept, but drawn by our default). */
export function styleOfMemegen(text: MemegenText): {
  readonly style: CaptionStyle
  readonly unknown: readonly string[]
} {
  const unknown: string[] = []
  const color = hexColor(text.color)
  if (!color) unknown.push(`color "${text.color}"`)
  const font = fonts[text.font]
  if (!font) unknown.push(`font "${text.font}"`)
  const align = aligns.find((name) => name === text.align)
  if (!align) unknown.push(`align "${text.align}"`)
  if (!['upper', 'none', 'default'].includes(text.style)) unknown.push(`style "${text.style}"`)
  return {
    style: {
      ...defaultStyle,
      font: font ?? defaultStyle.font,
      color: color ?? defaultStyle.color,
      // memegen draws black words without an outline to speak of.
      outlineWidth: color === '#000000' ? 0 : 'auto',
      letterCase: text.style === 'upper' ? 'upper' : 'as-typed',
      align: align ?? defaultStyle.align,
      verticalAlign: 'middle',
    },
    unknown,
  }
}

/** memegen's words for a look of ours. */
export function memegenOfStyle(style: CaptionStyle): Pick<MemegenText, 'style' | 'color' | 'font' | 'align'> {
  const plain: Readonly<Record<string, string>> = { '#000000': 'black', '#ffffff': 'white', auto: 'white' }
  return {
    style: style.letterCase === 'upper' ? 'upper' : 'none',
    color: plain[style.color] ?? style.color,
    font: fontNames[style.font],
    align: style.align,
  }
}
