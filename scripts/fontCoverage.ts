/**
 * Writes which characters each of our font files can draw to `core/lettering/coverage.ts`, and the browser's @font-face rules to
 * `app/components/captionFonts*.css`. Run it when a font package changes: `npx tsx scripts/fontCoverage.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import * as fontkit from 'fontkit'
import { type FamilyKey, type FontFamily, families } from '#core/lettering/fonts'
import { encodeRanges, rangesFromCss } from '#core/lettering/ranges'

/** Each character of these scripts stands alone, so that it does not matter which file of the family holds it. */
const han: readonly FamilyKey[] = ['japanese', 'korean', 'chinese']

interface FontFile {
  readonly name: string
  readonly unicodeRange: string
  readonly codePoints: readonly number[]
}

function files(family: FontFamily): readonly FontFile[] {
  const folder = `node_modules/${family.package}`
  const subsets: Record<string, string> = JSON.parse(readFileSync(`${folder}/unicode.json`, 'utf8'))
  const prefix = family.package.split('/')[1]
  const allNames = Object.entries(subsets).map(([subset, unicodeRange]) => ({
    name: `${prefix}-${subset.replace(/[[\]]/g, '')}-${family.suffix}.woff2`,
    unicodeRange,
  }))
  const names = family.wholeFile === undefined ? allNames : [{ name: family.wholeFile, unicodeRange: '' }]
  return names.map(({ name, unicodeRange }) => {
    const font = fontkit.create(readFileSync(`${folder}/files/${name}`))
    if (!('characterSet' in font)) throw new Error(`${name} is a collection`)
    const listed = unicodeRange === '' ? undefined : rangesFromCss(unicodeRange)
    const codePoints = font.characterSet.filter((codePoint) => listed?.has(codePoint) ?? true)
    return { name, unicodeRange, codePoints }
  })
}

/** Digits and the like are in the emoji font for keycaps only; a page must not load it for them. */
const pictographs = (codePoints: readonly number[]): string =>
  codePoints
    .filter((codePoint) => codePoint > 0x2000)
    .map((codePoint) => `U+${codePoint.toString(16)}`)
    .join(',')

const face = (family: FontFamily, file: FontFile): string => `@font-face {
  font-family: "${family.name}";
  font-weight: ${family.weights};
  font-display: block;
  src: url("../../node_modules/${family.package}/files/${file.name}") format("woff2");
  unicode-range: ${file.unicodeRange === '' ? pictographs(file.codePoints) : file.unicodeRange};
}
`

const coverage: string[] = []
const css = { captionFonts: '', captionFontsHan: '' }
for (const [key, family] of Object.entries(families) as [FamilyKey, FontFamily][]) {
  const own = files(family)
  const sets = han.includes(key) ? [own.flatMap((file) => file.codePoints)] : own.map((file) => file.codePoints)
  coverage.push(`  ${key}: [\n${sets.map((set) => `    '${encodeRanges(set)}',\n`).join('')}  ],\n`)
  css[han.includes(key) ? 'captionFontsHan' : 'captionFonts'] += own.map((file) => face(family, file)).join('')
}
const note = 'Written by scripts/fontCoverage.ts from the font packages; do not edit.'
writeFileSync(
  'core/lettering/coverage.ts',
  `// ${note}\nimport type { FamilyKey } from './fonts'\n
/** For each family, the characters that one file of it can draw, as \`encodeRanges\` writes them; a family for Han in one. */
export const coverage: Readonly<Record<FamilyKey, readonly string[]>> = {\n${coverage.join('')}}\n`,
)
for (const [name, rules] of Object.entries(css)) writeFileSync(`app/components/${name}.css`, `/* ${note} */\n${rules}`)
