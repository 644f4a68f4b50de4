import type { LineFrame } from '#workers/inpaint/lineFrame'

/** Nearer zones have higher numbers, so that "at least in the search zone" is one comparison. */
export const zone = {
  outside: 0,
  /** Ground to compare with. */
  ring: 1,
  /** Just outside the box, where ink may be because the reading was a little off. */
  search: 2,
  box: 3,
} as const

/** The picture around one line: everything that its mask is computed from. */
export interface LinePatch {
  /** RGB, row by row. */
  readonly rgb: Uint8Array
  readonly width: number
  readonly height: number
  /** In pixels of the patch. */
  readonly frame: LineFrame
  /** Per pixel, a value of `zone`. */
  readonly zones: Uint8Array
  /** Per pixel: 1 where another line's box lies, so that its letters are not taken for ground. */
  readonly foreign: Uint8Array
  /** How many of the picture's own pixels one of the patch's is wide. */
  readonly pictureScale: number
}
