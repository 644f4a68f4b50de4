import type { BoxPx } from '../box'
import type { Mode } from '../mode'
import type { TextRegion } from '../text'

/** How much each part of a picture draws the eye, 0 (calm) to 1, in hundredths. A few hundred numbers: goes to the browser as JSON. */
export interface SaliencyGrid {
  readonly columns: number
  readonly rows: number
  /** Row by row. */
  readonly values: readonly number[]
}

/** What decides where captions go. */
export interface PlaceInput {
  /** In reading order, as `mergeLines` gives them; only those whose words are to be replaced. */
  readonly regions: readonly TextRegion[]
  /** Words that stay on the picture: nothing goes over them. */
  readonly kept: readonly TextRegion[]
  /** As typed; an empty one leaves its place empty. */
  readonly captions: readonly string[]
  readonly mode: Mode
  /** The picture, in pixels. */
  readonly width: number
  readonly height: number
  readonly saliency: SaliencyGrid
}

/** `template`: in a template's own box. `replaced`: where old words stood. `overlay`: on the picture, around its subject. `bar`: beside the picture. */
export type PlaceKind = 'template' | 'replaced' | 'overlay' | 'bar'

/** Where one caption goes, in pixels of the finished picture (a bar included). */
export interface Place {
  readonly kind: PlaceKind
  /** The region whose place it takes; null unless `replaced`. */
  readonly regionId: string | null
  /** Where the words should stand … */
  readonly box: BoxPx
  /** … and how far they may spread when they would be too small there: `box` or larger, free of all other places. */
  readonly room: BoxPx
  /** Lettering smaller than this spreads into the room. */
  readonly comfortableFontPx: number
  /** Lettering is not drawn larger than this. */
  readonly maxFontPx: number
  /** Which side the words keep to when style says `auto`. */
  readonly verticalAlign: 'top' | 'middle' | 'bottom'
}

/** The plan of a whole meme. Plain data: goes through JSON unchanged. */
export interface Placement {
  /** The finished picture, bars included. */
  readonly width: number
  readonly height: number
  /** How the canvas is extended; zeros when it is not. */
  readonly canvas: { readonly addTopPx: number; readonly addBottomPx: number; readonly barColor: string }
  /** One per caption, same order; null for an empty caption. */
  readonly places: readonly (Place | null)[]
}
