import { layoutCaptions } from '#core/lettering/layoutCaptions'
import type { Background, CaptionLayout, Measure } from '#core/lettering/types'
import { placeCaptions } from '#core/place/placeCaptions'
import { recognisedPlaces } from '#core/place/recognisedPlaces'
import { templatePlaces } from '#core/place/templatePlaces'
import type { Placement } from '#core/place/types'
import { type CaptionStyle, defaultStyle } from '#core/style'
import type { LetteredBox } from '#core/template'
import type { PlainProblem } from '../client/problem'
import type { CaptionField } from './captionFields'
import { chosenStyle, type Draft } from './draft'
import { plainProblem } from './plainProblem'
import type { Scene } from './scene'
import { templateBoxes } from './templateBoxes'
import { fillsPlaces, removedRegionIds, usedFields } from './usedFields'

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

/** Where each field's words go, in which style, on what ground. */
interface Planned {
  readonly placement: Placement
  readonly fields: readonly CaptionField[]
  readonly styles: readonly CaptionStyle[]
  readonly backgrounds: readonly (Background | null)[]
  readonly problem: PlainProblem | null
}

const barBackground: Background = { color: '#ffffff', flat: true }

/**
 * Places and lays out the words as the worker will, from the same code. One caption that does not fit spoils only itself.
 * @param minFontPx `Limits.minFontPx`
 */
export function planPreview(scene: Scene, draft: Draft, measure: Measure, minFontPx: number): PreviewPlan {
  const replaced = scene.willRemoveText ? removedRegionIds(draft) : []
  const { placement, fields, styles, backgrounds, problem } = planned(scene, draft, replaced)
  const problems: Record<string, PlainProblem> = {}
  const layouts = fields.map((field, index): CaptionLayout | null => {
    const place = placement.places[index]
    if (!place) return null
    try {
      const [layout] = layoutCaptions({
        captions: [field.text],
        placement: { ...placement, places: [place] },
        styles: [styles[index] ?? defaultStyle],
        backgrounds: [backgrounds[index] ?? null],
        measure,
        minFontPx,
      })
      return layout ?? null
    } catch (error) {
      problems[field.id] = plainProblem(error)
      return null
    }
  })
  const anyWords = fields.some(({ text }) => text.trim() !== '')
  return { placement, fields, layouts, problems, problem, removed: anyWords ? replaced : [] }
}

function planned(scene: Scene, draft: Draft, replaced: readonly string[]): Planned {
  const { boxes } = scene
  if (!boxes || !fillsPlaces(draft)) return around(scene, draft, replaced)
  const lettered = templateBoxes(boxes, chosenStyle(draft)).map((box, index) => ({
    ...box,
    background: boxes[index]?.background ?? null,
  }))
  if (draft.found?.kind === 'template') return inBoxes(scene, lettered, draft, null)
  try {
    const taken = recognisedPlaces({
      captions: usedFields(draft).map(({ text }) => text),
      mode: 'AUTO',
      places: draft.recognisedPlaces,
      boxes: lettered,
      regions: scene.regions.filter(({ id }) => replaced.includes(id)),
      kept: scene.regions.filter(({ id }) => draft.keptRegions.includes(id)),
      width: scene.width,
      height: scene.height,
    })
    return taken.taken === 'TEMPLATE_BOXES' ? inBoxes(scene, taken.boxes, draft, null) : around(scene, draft, replaced)
  } catch (error) {
    return inBoxes(scene, lettered, draft, plainProblem(error))
  }
}

type PlannedBox = LetteredBox & { readonly background: Background | null }

function inBoxes(
  { width, height }: Scene,
  boxes: readonly PlannedBox[],
  draft: Draft,
  problem: PlainProblem | null,
): Planned {
  const fields = usedFields(draft).slice(0, boxes.length)
  const captions = fields.map(({ text }) => text)
  return {
    placement: templatePlaces(boxes, captions, width, height),
    fields,
    styles: boxes.map(({ style }) => style),
    // How far a label reaches does not matter: the box says where the words go.
    backgrounds: boxes.map(({ background }) => background && { ...background, surface: null }),
    problem,
  }
}

function around(scene: Scene, draft: Draft, replaced: readonly string[]): Planned {
  const { regions, own, width, height, saliency } = scene
  const fields = usedFields(draft)
  const { placement, problem } = placed({
    regions: regions.filter(({ id }) => replaced.includes(id)),
    kept: [...regions.filter(({ id }) => !replaced.includes(id)), ...own],
    captions: fields.map(({ text }) => text),
    mode: draft.mode,
    width,
    height,
    saliency,
  })
  const style = { ...defaultStyle, ...chosenStyle(draft) }
  return {
    placement,
    fields,
    styles: fields.map(() => style),
    backgrounds: fields.map((_, index) => backgroundAt(placement, index, scene)),
    problem,
  }
}

/** Words of labels and bars are flat under them; what stands in a bar of ours is, too. */
function backgroundAt({ places, canvas }: Placement, index: number, { regions }: Scene): Background | null {
  const place = places[index]
  if (!place) return null
  if (place.kind === 'bar') return { ...barBackground, color: canvas.barColor }
  return regions.find(({ id }) => id === place.regionId)?.background ?? null
}

function placed(input: Parameters<typeof placeCaptions>[0]): { placement: Placement; problem: PlainProblem | null } {
  try {
    return { placement: placeCaptions(input), problem: null }
  } catch (error) {
    return { placement: placeCaptions({ ...input, mode: 'AUTO', captions: [] }), problem: plainProblem(error) }
  }
}
