import type { Measure } from './types'

/** A font of even letters for tests without a canvas: each half as wide as the font is high, 0.7 above the baseline, 0.2 below. */
export const evenMeasure: Measure = (text, _font, sizePx) => {
  const advancePx = Array.from(text).length * sizePx * 0.5
  return { advancePx, leftPx: 0, rightPx: advancePx, ascentPx: sizePx * 0.7, descentPx: sizePx * 0.2 }
}
