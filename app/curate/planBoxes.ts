import { layoutCaptions } from '#core/lettering/layoutCaptions'
import type { Background, CaptionLayout, Measure } from '#core/lettering/types'
import { templatePlaces } from '#core/place/templatePlaces'
import type { LetteredBox } from '#core/template'
import { plainProblem } from '../create/plainProblem'
import type { Size } from './geometry/moveBox'

/** How a box's words will look, or why they cannot be set. */
export interface SetWords {
  readonly layout: CaptionLayout | null
  /** In words; null when they fit. */
  readonly problem: string | null
}

/** What words are set with. */
export interface Setting {
  readonly picture: Size
  /** What is under each box, same order; null while that is not known. */
  readonly backgrounds: readonly Background[] | null
  readonly measure: Measure
  /** `Limits.minFontPx` */
  readonly minFontPx: number
}

/** Sets words in a template's boxes with the worker's own code: what is to be seen is what a meme will have. */
export function planBoxes(
  boxes: readonly LetteredBox[],
  words: readonly string[],
  { picture, backgrounds, measure, minFontPx }: Setting,
): readonly SetWords[] {
  return boxes.map((box, index) => {
    const captions = [words[index] ?? '']
    const placement = templatePlaces([box], captions, picture.width, picture.height)
    try {
      const styles = [box.style]
      const under = [backgrounds?.[index] ?? null]
      const [layout] = layoutCaptions({ captions, placement, styles, backgrounds: under, measure, minFontPx })
      return { layout: layout ?? null, problem: null }
    } catch (error) {
      return { layout: null, problem: plainProblem(error).message }
    }
  })
}
