import { canonicalJson } from '../canonicalJson'
import type { LetteredBox, TemplateBox } from '../template'

/** What a history entry holds of a template, as far as people read it. */
export interface TellableTemplate {
  readonly slug: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly keywords: readonly string[]
  readonly description: string
  readonly boxes: readonly TemplateBox[]
  readonly pictures: readonly { readonly style: string; readonly sourceSha256: string }[]
  readonly source: string
  readonly licence: string
  readonly state: string
  readonly mergedInto?: string | null
}

/** A field before and after a change, in words. */
export interface ChangedField {
  readonly field: string
  readonly before: string | null
  readonly after: string
}

const percent = (fraction: number): string => `${Math.round(fraction * 10_000) / 100} %`

const lookOf = ({ style }: LetteredBox): string => {
  const { font, color, outlineColor, outlineWidth, letterCase, align, verticalAlign } = style
  const outline = outlineWidth === 0 ? 'no outline' : `outline ${outlineColor} ${outlineWidth}`
  return [font, color, outline, letterCase, align, verticalAlign].join(', ')
}

function boxText(box: TemplateBox, index: number): string {
  const { x, y, width, height, angle } = box.box
  const turned = angle === 0 ? '' : `, turned ${Math.round(angle * 10) / 10}°`
  const example = box.example === '' ? '' : `, “${box.example}”`
  return `${index + 1}: ${percent(width)} × ${percent(height)} at ${percent(x)}, ${percent(y)}${turned}; ${lookOf(box)}${example}`
}

/** The fields that people read, in the order of the editor. */
const tellers: Readonly<Record<string, (template: TellableTemplate) => string>> = {
  name: ({ name }) => name,
  slug: ({ slug }) => slug,
  state: ({ state }) => state.toLowerCase(),
  aliases: ({ aliases }) => aliases.join(', '),
  keywords: ({ keywords }) => keywords.join(', '),
  description: ({ description }) => description,
  boxes: ({ boxes }) => boxes.map(boxText).join('\n'),
  pictures: ({ pictures }) =>
    pictures.map(({ style, sourceSha256 }) => `${style} (${sourceSha256.slice(0, 8)})`).join(', '),
  source: ({ source }) => source,
  licence: ({ licence }) => licence,
}

/** What is different between two states of a template; for a new one, all that it says. */
export function changedFields(before: TellableTemplate | null, after: TellableTemplate): readonly ChangedField[] {
  return Object.entries(tellers).flatMap(([field, tell]) => {
    const was = before && tell(before)
    const is = tell(after)
    return is === (was ?? '') ? [] : [{ field, before: was, after: is }]
  })
}

/** Whether both are the same template in all that a history entry holds, but for the ids of its pictures. */
export function isSameState(one: TellableTemplate, other: TellableTemplate): boolean {
  const kept = (template: TellableTemplate) =>
    canonicalJson({
      told: Object.values(tellers).map((tell) => tell(template)),
      boxes: template.boxes,
      mergedInto: template.mergedInto ?? null,
    })
  return kept(one) === kept(other)
}
