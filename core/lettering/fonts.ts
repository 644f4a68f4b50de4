import type { FontName } from '../style'
import type { FontSpec } from './types'

/** One of our families: a package's subset files under a name of our own, so that no installed font is ever meant. */
export interface FontFamily {
  readonly name: string
  /** npm package that holds the files in `files/`, and their code point ranges in `unicode.json`. */
  readonly package: string
  /** End of the file names we use: weight or axis, and slant. */
  readonly suffix: string
  /** Weights that the files hold, as CSS `font-weight` of a face. */
  readonly weights: string
  /** The worker's renderer draws nothing from this package's subset files, but all from this one. */
  readonly wholeFile?: string
}

const variable = (name: string, id: string): FontFamily => ({
  name,
  package: `@fontsource-variable/${id}`,
  suffix: 'wght-normal',
  weights: '100 900',
})

/** Anton stands in for Impact, which is proprietary; Comic Relief for Comic Sans. All are under the OFL 1.1. */
export const families = {
  anton: { name: 'Meme Anton', package: '@fontsource/anton', suffix: '400-normal', weights: '900' },
  comic: { name: 'Meme Comic', package: '@fontsource/comic-relief', suffix: '700-normal', weights: '700' },
  condensed: variable('Meme Condensed', 'roboto-condensed'),
  sans: variable('Meme Sans', 'noto-sans'),
  arabic: variable('Meme Arabic', 'noto-sans-arabic'),
  hebrew: variable('Meme Hebrew', 'noto-sans-hebrew'),
  devanagari: variable('Meme Devanagari', 'noto-sans-devanagari'),
  thai: variable('Meme Thai', 'noto-sans-thai'),
  japanese: variable('Meme Japanese', 'noto-sans-jp'),
  korean: variable('Meme Korean', 'noto-sans-kr'),
  chinese: variable('Meme Chinese', 'noto-sans-sc'),
  emoji: {
    name: 'Meme Emoji',
    package: '@fontsource/noto-color-emoji',
    suffix: '400-normal',
    weights: '100 900',
    wholeFile: 'noto-color-emoji-emoji-400-normal.woff2',
  },
  symbols: variable('Meme Symbols', 'noto-sans-symbols'),
  symbols2: {
    name: 'Meme Symbols 2',
    package: '@fontsource/noto-sans-symbols-2',
    suffix: '400-normal',
    weights: '100 900',
  },
} as const satisfies Record<string, FontFamily>

export type FamilyKey = keyof typeof families

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
