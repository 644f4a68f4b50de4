import type { FontName } from '../style'
import type { FontSpec } from './types'

/** One of our families: a package's subset files under a name of our own, so that no installed font is ever meant. */
export interface FontFamily {
  readonly name: string
  readonly package: string
  /** The package's stylesheet with the faces we use: their files, and the characters that each is for. */
  readonly css: string
  /** Weights that the files hold, as CSS `font-weight` of a face. */
  readonly weights: string
  /** What a browser must know to draw from the files, as CSS `tech()`; others use their own emoji. */
  readonly tech?: string
}

const variable = (name: string, id: string): FontFamily => ({
  name,
  package: `@fontsource-variable/${id}`,
  css: 'index.css',
  weights: '100 900',
})

/** Anton stands in for Impact, which is proprietary; Comic Relief for Comic Sans. All are under the OFL 1.1. */
export const families: Readonly<Record<FamilyKey, FontFamily>> = {
  anton: { name: 'Meme Anton', package: '@fontsource/anton', css: '400.css', weights: '900' },
  comic: { name: 'Meme Comic', package: '@fontsource/comic-relief', css: '700.css', weights: '700' },
  condensed: variable('Meme Condensed', 'roboto-condensed'),
  sans: variable('Meme Sans', 'noto-sans'),
  arabic: variable('Meme Arabic', 'noto-sans-arabic'),
  hebrew: variable('Meme Hebrew', 'noto-sans-hebrew'),
  devanagari: variable('Meme Devanagari', 'noto-sans-devanagari'),
  thai: variable('Meme Thai', 'noto-sans-thai'),
  japanese: variable('Meme Japanese', 'noto-sans-jp'),
  korean: variable('Meme Korean', 'noto-sans-kr'),
  chinese: variable('Meme Chinese', 'noto-sans-sc'),
  // The same font from @fontsource has either no COLR tables (Chromium and our renderer draw nothing) or all in one file of 6 MB.
  emoji: {
    name: 'Meme Emoji',
    package: '@infolektuell/noto-color-emoji',
    css: 'index.css',
    weights: '100 900',
    tech: 'color-COLRv1',
  },
  symbols: variable('Meme Symbols', 'noto-sans-symbols'),
  symbols2: { name: 'Meme Symbols 2', package: '@fontsource/noto-sans-symbols-2', css: '400.css', weights: '100 900' },
}

/** Our short name of a font family. */
export type FamilyKey =
  | 'anton'
  | 'comic'
  | 'condensed'
  | 'sans'
  | 'arabic'
  | 'hebrew'
  | 'devanagari'
  | 'thai'
  | 'japanese'
  | 'korean'
  | 'chinese'
  | 'emoji'
  | 'symbols'
  | 'symbols2'

const starts: Readonly<Record<FontName, { readonly keys: readonly FamilyKey[]; readonly weight: number }>> = {
  anton: { keys: ['anton', 'condensed', 'sans'], weight: 900 },
  'noto-sans': { keys: ['sans'], weight: 700 },
  comic: { keys: ['comic', 'sans'], weight: 700 },
}

/** Chinese and Japanese share code points that each draws in its own way: kana or hangul in the text tell which is meant. */
function hanOrder(text: string): readonly FamilyKey[] {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return ['japanese', 'korean', 'chinese']
  if (/\p{Script=Hangul}/u.test(text)) return ['korean', 'japanese', 'chinese']
  return ['chinese', 'japanese', 'korean']
}

/** Families in the order in which a character is looked for, for one caption. */
export const familyOrder = (font: FontName, text: string): readonly FamilyKey[] => [
  ...starts[font].keys,
  'arabic',
  'hebrew',
  'devanagari',
  'thai',
  ...hanOrder(text),
  'emoji',
  'symbols',
  'symbols2',
]

/** The face that draws a caption: the font that was chosen, then ours for every other script. */
export const fontFor = (font: FontName, text: string): FontSpec => ({
  stack: familyOrder(font, text)
    .map((key) => `"${families[key].name}"`)
    .join(', '),
  weight: starts[font].weight,
})
