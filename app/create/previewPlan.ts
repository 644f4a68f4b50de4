import { layoutCaptions } from '#core/lettering/layoutCaptions'
import type { Background, CaptionLayout, Measure } from '#core/lettering/types'
import { placeCaptions } from '#core/place/placeCaptions'
import type { Placement } from '#core/place/types'
import type { PlainProblem } from '../client/problem'
import type { Analysis } from '../hooks/usePicture'
import type { CaptionField, Draft } from './draft'
import { plainProblem } from './plainProblem'
import { replacedRegionIds, usedFields } from './usedFields'

/** What the preview draws, and what is wrong with it, field by field. */
export interface PreviewPlan {
  readonly placement: Placement
  readonly fields: readonly CaptionField[]
  /** Same order as `fields`; null where nothing is drawn. */
  readonly layouts: readonly (CaptionLayout | null)[]
  /** By field id. */
  readonly problems: Readonly<Record<string, PlainProblem>>
  /** About the picture as a whole. */
  readonly problem: PlainProblem | null
  /** Regions whose words are taken away. None before anything is typed: until then the person looks at what was found. */
  readonly removed: readonly string[]
}

const barBackground: Background = { color: '#ffffff', flat: true }

/** Words of labels and bars are flat under them; what stands in a bar of ours is, too. */
function backgroundAt(placement: Placement, index: number, analysis: Analysis): Background | null {
  const place = placement.places[index]
  if (!place) return null
  if (place.kind === 'bar') return { ...barBackground, color: placement.canvas.barColor }
  return analysis.regions.find((region) => region.id === place.regionId)?.background ?? null
}

/**
 * Places and lays out the words as the worker will, from the same code. One caption that does not fit spoils only itself.
 * @param minFontPx `Limits.minFontPx`
 */
export function planPreview(analysis: Analysis, draft: Draft, measure: Measure, minFontPx: number): PreviewPlan {
  const fields = usedFields(draft)
  const captions = fields.map((field) => field.text)
  const anyWords = captions.some((caption) => caption.trim() !== '')
  const replaced = replacedRegionIds(draft, analysis.willRemoveText ? analysis.regions.map(({ id }) => id) : [])
  const placing = {
    regions: analysis.regions.filter(({ id }) => replaced.includes(id)),
    kept: analysis.regions.filter(({ id }) => !replaced.includes(id)),
    captions,
    mode: draft.mode,
    width: analysis.width,
    height: analysis.height,
    saliency: analysis.saliency,
  }
  const { placement, problem } = placed(placing)
  const problems: Record<string, PlainProblem> = {}
  const layouts = fields.map((field, index) => {
    const place = placement.places[index]
    if (!place) return null
    try {
      const backgrounds = [backgroundAt(placement, index, analysis)]
      const one = { ...placement, places: [place] }
      const [layout] = layoutCaptions({
        captions: [field.text],
        placement: one,
        styles: [draft.style],
        backgrounds,
        measure,
        minFontPx,
      })
      return layout ?? null
    } catch (error) {
      problems[field.id] = plainProblem(error)
      return null
    }
  })
  return { placement, fields, layouts, problems, problem, removed: anyWords ? replaced : [] }
}

function placed(input: Parameters<typeof placeCaptions>[0]): { placement: Placement; problem: PlainProblem | null } {
  try {
    return { placement: placeCaptions(input), problem: null }
  } catch (error) {
    return { placement: placeCaptions({ ...input, mode: 'AUTO', captions: [] }), problem: plainProblem(error) }
  }
}
