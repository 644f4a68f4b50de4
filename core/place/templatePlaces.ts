import { toPx } from '../box'
import { normalizeCaption } from '../lettering/normalizeCaption'
import type { LetteredBox } from '../template'
import type { Place, Placement } from './types'

/** Largest lettering on a template, as a fraction of its longer side: larger shouts. */
const largest = 0.085

/**
 * Puts caption i into a template's box i; an empty caption leaves its box empty. Words do not leave their boxes: somebody drew those with care.
 * @param width, height of the template's picture, in pixels.
 * @param captions at most as many as there are boxes.
 */
export function templatePlaces(
  boxes: readonly LetteredBox[],
  captions: readonly string[],
  width: number,
  height: number,
): Placement {
  const placeOf = ({ box, style }: LetteredBox): Place => {
    const boxPx = toPx(box, width, height)
    return {
      kind: 'template',
      regionId: null,
      box: boxPx,
      room: boxPx,
      comfortableFontPx: 0,
      maxFontPx: largest * Math.max(width, height),
      verticalAlign: style.verticalAlign === 'auto' ? 'middle' : style.verticalAlign,
    }
  }
  return {
    width,
    height,
    canvas: { addTopPx: 0, addBottomPx: 0, barColor: '#ffffff' },
    places: captions.map((caption, index) => (normalizeCaption(caption) === '' ? null : placeOf(boxes[index]!))),
  }
}
