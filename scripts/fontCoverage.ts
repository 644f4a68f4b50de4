/**
 * Writes which characters each of our font files can draw to `core/lettering/coverage.ts`, and the browser's @font-face rules to
 * `app/components/captionFonts*.css`. Run it when a font package changes: `npx tsx scripts/fontCoverage.ts`,
 * then `npx biome check --write` on what it wrote.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import * as fontkit from 'fontkit'
import { type FontFace, fontFaces } from '#core/lettering/fontFaces'
import { type FamilyKey, type FontFamily, families } from '#core/lettering/fonts'
import { encodeRanges, rangesFromCss } from '#core/lettering/ranges'

/** A stylesheet of their own, for pages that need one of these hundreds of files. */
const han: readonly FamilyKey[] = ['japanese', 'korean', 'chinese']
/** Characters that stand alone, or are drawn one by one where no file joins them: it does not matter which file holds which. */
const merged: readonly FamilyKey[] = [...han, 'emoji']

interface FontFile extends FontFace {
  readonly codePoints: readonly number[]
}

function files(family: FontFamily): readonly FontFile[] {
  const folder = `node_modules/${family.package}`
  return fontFaces(readFileSync(`${folder}/${family.css}`, 'utf8')).map((face) => {
    const font = fontkit.create(readFileSync(`${folder}/${face.file}`))
    if (!('characterSet' in font)) throw new Error(`${face.file} is a collection`)
    const listed = rangesFromCss(face.unicodeRange)
    return { ...face, codePoints: font.characterSet.filter((codePoint) => listed.has(codePoint)) }
  })
}

const rule = (family: FontFamily, { file, unicodeRange }: FontFile): string => `@font-face {
  font-family: "${family.name}";
  font-weight: ${family.weights};
  font-display: block;
  src: url("../../node_modules/${family.package}/${file}") format("woff2")${family.tech ? ` tech(${family.tech})` : ''};
  unicode-range: ${unicodeRange};
}
`

const coverage: string[] = []
const css = { captionFonts: '', captionFontsHan: '' }
for (const [key, family] of Object.entries(families) as [FamilyKey, FontFamily][]) {
  const own = files(family)
  const sets = merged.includes(key) ? [own.flatMap((file) => file.codePoints)] : own.map((file) => file.codePoints)
  coverage.push(`  ${key}: [\n${sets.map((set) => `    '${encodeRanges(set)}',\n`).join('')}  ],\n`)
  css[han.includes(key) ? 'captionFontsHan' : 'captionFonts'] += own.map((file) => rule(family, file)).join('')
}
const note = 'Written by scripts/fontCoverage.ts from the font packages; do not edit.'
writeFileSync(
  'core/lettering/coverage.ts',
  `// ${note}\nimport type { FamilyKey } from './fonts'\n
/** For each family, the characters that one file of it can draw, as \`encodeRanges\` writes them; a family for Han in one. */
export const coverage: Readonly<Record<FamilyKey, readonly string[]>> = {\n${coverage.join('')}}\n`,
)
for (const [name, rules] of Object.entries(css)) writeFileSync(`app/components/${name}.css`, `/* ${note} */\n${rules}`)
