import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import * as fontkit from 'fontkit'
import { expect, it } from 'vitest'
import { coverage } from '#core/lettering/coverage'
import { fontFaces } from '#core/lettering/fontFaces'
import { type FamilyKey, families } from '#core/lettering/fonts'
import { encodeRanges, rangesFromCss } from '#core/lettering/ranges'

const require = createRequire(import.meta.url)
const small: readonly FamilyKey[] = ['anton', 'comic', 'condensed', 'hebrew', 'thai', 'symbols2']

it.each(small)('coverage.ts says what the files of %s hold: run scripts/fontCoverage.ts when it does not', (key) => {
  const family = families[key]
  const folder = dirname(require.resolve(`${family.package}/package.json`))
  const held = fontFaces(readFileSync(join(folder, family.css), 'utf8')).map(({ file, unicodeRange }) => {
    const font = fontkit.create(readFileSync(join(folder, file)))
    const listed = rangesFromCss(unicodeRange)
    return encodeRanges('characterSet' in font ? font.characterSet.filter((codePoint) => listed.has(codePoint)) : [])
  })
  expect(coverage[key]).toEqual(held)
})
