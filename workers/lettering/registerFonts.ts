import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { GlobalFonts } from '@napi-rs/canvas'
import { coverage } from '#core/lettering/coverage'
import { fontFaces } from '#core/lettering/fontFaces'
import { type FamilyKey, families, familyOrder } from '#core/lettering/fonts'
import { upperCase } from '#core/lettering/letterCase'
import { normalizeCaption } from '#core/lettering/normalizeCaption'
import { type CodePoints, decodeRanges, rangesFromCss } from '#core/lettering/ranges'
import type { FontName } from '#core/style'

interface FontFile {
  readonly path: string
  readonly codePoints: CodePoints
  registered: boolean
}

const require = createRequire(import.meta.url)

/** Stylesheets give files more characters than they have; `coverage` knows what each file, or a family of Han or emoji, really has. */
function filesOf(key: FamilyKey): FontFile[] {
  const family = families[key]
  const folder = dirname(require.resolve(`${family.package}/package.json`))
  const held = coverage[key].map(decodeRanges)
  return fontFaces(readFileSync(join(folder, family.css), 'utf8')).map(({ file, unicodeRange }, index) => {
    const listed = rangesFromCss(unicodeRange)
    const real = held[held.length === 1 ? 0 : index]!
    const has = (codePoint: number) => listed.has(codePoint) && real.has(codePoint)
    return { path: join(folder, file), codePoints: { has }, registered: false }
  })
}

/** Drawn in colour by default, or because a selector says so. */
const emoji = /\p{Emoji_Presentation}|\uFE0F/u
/** Joiners and selectors are in many files, and shape text without being drawn. */
const drawsNothing = /\p{Default_Ignorable_Code_Point}/u

const known = new Map<FamilyKey, FontFile[]>()

function files(key: FamilyKey): FontFile[] {
  let found = known.get(key)
  if (found === undefined) {
    found = filesOf(key)
    known.set(key, found)
  }
  return found
}

function register(key: FamilyKey, file: FontFile): void {
  if (file.registered) return
  if (GlobalFonts.registerFromPath(file.path, families[key].name) === null) {
    throw new Error(`The font file ${file.path} cannot be read. Install the packages again.`)
  }
  file.registered = true
}

/**
 * Registers the font files that a text needs and that are not registered yet, as a browser loads subsets. All of them at once
 * would cost 0.7 s and 180 MB at the first line drawn. So a text costs 1 to 20 ms once, one with emoji about 200 ms.
 */
export function registerFonts(font: FontName, caption: string): void {
  const typed = normalizeCaption(caption)
  const order = familyOrder(font, caption)
  const distinct = new Set(typed + upperCase(typed))
  for (const character of distinct) {
    if (drawsNothing.test(character)) continue
    const codePoint = character.codePointAt(0)!
    for (const key of order) {
      const file = files(key).find(({ codePoints }) => codePoints.has(codePoint))
      if (file === undefined) continue
      register(key, file)
      break
    }
  }
  // All at once: characters of a sequence are in several files, and one of them has them all joined.
  if (emoji.test(typed)) for (const file of files('emoji')) register('emoji', file)
}
