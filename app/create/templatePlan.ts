import { layoutCaptions } from '#core/lettering/layoutCaptions'
import type { Background, CaptionLayout, Measure } from '#core/lettering/types'
import { templatePlaces } from '#core/place/templatePlaces'
import type { PlainProblem } from '../client/problem'
import type { TemplateFieldsFragment } from '../generated/graphql'
import { chosenStyle, type Draft } from './draft'
import { plainProblem } from './plainProblem'
import type { PreviewPlan } from './previewPlan'
import { templateBoxes } from './templateBoxes'
import { usedFields } from './usedFields'

/** A template as it is filled in. */
export interface FilledTemplate {
  readonly template: TemplateFieldsFragment
  /** What is under each of its boxes; null while that is not known. */
  readonly backgrounds: readonly Background[] | null
  /** Of its picture, in pixels. */
  readonly width: number
  readonly height: number
}

/**
 * Lays out words in a template's boxes as the worker will, from the same code. One caption that does not fit spoils only itself.
 * @param minFontPx `Limits.minFontPx`
 */
export function planTemplate(
  { template, backgrounds, width, height }: FilledTemplate,
  draft: Draft,
  measure: Measure,
  minFontPx: number,
): PreviewPlan {
  const boxes = templateBoxes(template.boxes, chosenStyle(draft))
  const fields = usedFields(draft).slice(0, boxes.length)
  const placement = templatePlaces(
    boxes,
    fields.map(({ text }) => text),
    width,
    height,
  )
  const problems: Record<string, PlainProblem> = {}
  const layouts = fields.map((field, index): CaptionLayout | null => {
    const [place, box] = [placement.places[index], boxes[index]]
    if (!place || !box) return null
    try {
      const one = { captions: [field.text], placement: { ...placement, places: [place] }, styles: [box.style] }
      return layoutCaptions({ ...one, backgrounds: [backgrounds?.[index] ?? null], measure, minFontPx })[0] ?? null
    } catch (error) {
      problems[field.id] = plainProblem(error)
      return null
    }
  })
  return { placement, fields, layouts, problems, problem: null, removed: [] }
}
