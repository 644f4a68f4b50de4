import { canonicalJson } from '../canonicalJson'
import type { TemplateBox, TemplateDefinition } from '../template'
import { boxOfMemegen, memegenOfBox } from './box'
import type { BeyondMemegen, MemegenConfig, MemegenText } from './config'
import { memegenOfStyle, styleOfMemegen } from './style'

interface Size {
  readonly width: number
  readonly height: number
}

/** What memegen has words for. */
type Words = Pick<TemplateDefinition, 'name' | 'keywords' | 'source' | 'boxes'>

/** What a config says of a template; what it is silent about is undefined. */
export type ToldByMemegen = Words & Omit<BeyondMemegen, 'styles'>

/** All that an export has to say of a template. */
export type ExportedTemplate = Words &
  Pick<TemplateDefinition, 'aliases' | 'description' | 'licence'> & { readonly isRetired: boolean }

/** Keys that memegen knows and we do not draw: moments of an animation, and pictures laid over it. They are kept. */
const kept: readonly string[] = ['start', 'stop', 'overlay']
const textKeys = ['style', 'color', 'font', 'anchor_x', 'anchor_y', 'angle', 'scale_x', 'scale_y', 'align']
const configKeys = ['name', 'source', 'keywords', 'text', 'example', 'memezap']

const unknownKeys = (part: object, known: readonly string[]): string[] =>
  Object.keys(part)
    .filter((key) => !known.includes(key) && !kept.includes(key))
    .map((key) => `key "${key}"`)

const filled = (words: readonly (string | null)[] | null | undefined): string[] =>
  (words ?? []).filter((word): word is string => word !== null && word.trim() !== '')

/** What memegen's config says in our words, and what it says that we have no words for. */
export function templateOfMemegen(
  config: MemegenConfig,
  size: Size,
): { readonly template: ToldByMemegen; readonly notUnderstood: readonly string[] } {
  const { styles, ...beyond } = config.memezap ?? {}
  const boxes = config.text.map(
    (text, index): TemplateBox => ({
      box: boxOfMemegen(text, size),
      style: styles?.[index] ?? styleOfMemegen(text).style,
      example: config.example?.[index] ?? '',
    }),
  )
  const ofTexts = config.text.flatMap((text, index) =>
    // A look of ours says what memegen's words could not.
    [...(styles?.[index] ? [] : styleOfMemegen(text).unknown), ...unknownKeys(text, textKeys)].map(
      (what) => `text ${index + 1}: ${what}`,
    ),
  )
  return {
    template: {
      name: config.name,
      source: config.source ?? '',
      keywords: filled(config.keywords),
      boxes,
      ...beyond,
    },
    notUnderstood: [...unknownKeys(config, configKeys), ...ofTexts],
  }
}

/** What was stored as JSON comes back with its keys in another order. */
const same = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other)

/**
 * A template in memegen's words, and under `memezap` what it has no words for. Given the config it was imported from, every part that nobody has
 * changed since is written as it stood there, with all that we do not know.
 */
export function memegenOfTemplate(template: ExportedTemplate, size: Size, imported?: MemegenConfig): MemegenConfig {
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
  const oldExamples = before?.boxes.map(({ example }) => example)
  const { name: _, source: __, keywords: ___, text: ____, example: _____, memezap: ______, ...unknown } = imported ?? {}
  const config: MemegenConfig = {
    name: template.name,
    source: imported && before?.source === template.source ? imported.source : template.source,
    keywords: imported && same(before?.keywords, template.keywords) ? imported.keywords : [...template.keywords],
    text: texts,
    example: imported && same(oldExamples, examples) ? imported.example : examples,
    ...unknown,
  }
  const memezap = beyondMemegen(template, templateOfMemegen(config, size).template)
  return memezap ? { ...config, memezap } : config
}

/** What a plain import of the config would not come to by itself; undefined when that is nothing. */
function beyondMemegen(template: ExportedTemplate, plain: Words): BeyondMemegen | undefined {
  const styles = template.boxes.map(({ style }, index) => (same(style, plain.boxes[index]?.style) ? null : style))
  const beyond: BeyondMemegen = {
    ...(template.aliases.length > 0 ? { aliases: [...template.aliases] } : {}),
    ...(template.description === template.name ? {} : { description: template.description }),
    ...(template.licence === '' ? {} : { licence: template.licence }),
    ...(template.isRetired ? { state: 'retired' } : {}),
    ...(styles.every((style) => style === null) ? {} : { styles }),
  }
  return Object.keys(beyond).length > 0 ? beyond : undefined
}
