import { canonicalJson } from '../canonicalJson'
import type { TemplateBox, TemplateDefinition } from '../template'
import { boxOfMemegen, memegenOfBox } from './box'
import type { MemegenConfig, MemegenText } from './config'
import { memegenOfStyle, styleOfMemegen } from './style'

interface Size {
  readonly width: number
  readonly height: number
}

type Words = Pick<TemplateDefinition, 'name' | 'keywords' | 'source' | 'boxes'>

const filled = (words: readonly (string | null)[] | null | undefined): string[] =>
  (words ?? []).filter((word): word is string => word !== null && word.trim() !== '')

const boxOf = (text: MemegenText, example: string, size: Size): TemplateBox => ({
  box: boxOfMemegen(text, size),
  style: styleOfMemegen(text).style,
  example,
})

/** What memegen's config says in our words, and what it says that we have no words for. */
export function templateOfMemegen(
  config: MemegenConfig,
  size: Size,
): { readonly template: Words; readonly notUnderstood: readonly string[] } {
  return {
    template: {
      name: config.name,
      source: config.source ?? '',
      keywords: filled(config.keywords),
      boxes: config.text.map((text, index) => boxOf(text, config.example?.[index] ?? '', size)),
    },
    notUnderstood: config.text.flatMap((text, index) =>
      styleOfMemegen(text).unknown.map((what) => `text ${index + 1}: ${what}`),
    ),
  }
}

/** What was stored as JSON comes back with its keys in another order. */
const same = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other)

/**
 * A template in memegen's words. Given the config it was imported from, every part that nobody has changed since is written as it stood
 * there, with all that we do not know.
 */
export function memegenOfTemplate(template: Words, size: Size, imported?: MemegenConfig): MemegenConfig {
  const before = imported && templateOfMemegen(imported, size).template
  const texts = template.boxes.map((box, index): MemegenText => {
    const old = imported?.text[index]
    const oldBox = before?.boxes[index]
    const place = old && same(oldBox?.box, box.box) ? old : memegenOfBox(box.box, size)
    const look = old && same(oldBox?.style, box.style) ? old : memegenOfStyle(box.style)
    const { anchor_x, anchor_y, angle, scale_x, scale_y } = place
    const { style, color, font, align } = look
    const known = { style, color, font, anchor_x, anchor_y, angle, scale_x, scale_y, align }
    // Ours first: that is memegen's order of keys.
    return { ...known, start: 0, stop: 1, ...old, ...known }
  })
  const examples = template.boxes.map(({ example }) => example)
  const { name: _, source: __, keywords: ___, text: ____, example: _____, ...unknown } = imported ?? {}
  return {
    name: template.name,
    source: imported && before?.source === template.source ? imported.source : template.source,
    keywords: imported && same(before?.keywords, template.keywords) ? imported.keywords : [...template.keywords],
    text: texts,
    example:
      imported &&
      same(
        before?.boxes.map(({ example }) => example),
        examples,
      )
        ? imported.example
        : examples,
    ...unknown,
  }
}
