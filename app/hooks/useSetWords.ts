'use client'

import { useMemo } from 'react'
import type { Bitmap } from '#core/bitmap'
import { backgroundsUnder } from '#core/lettering/backgrounds'
import { canvasMeasure } from '#core/lettering/canvasMeasure'
import { cachedMeasure } from '#core/lettering/measureCache'
import type { EditedBox } from '../curate/editedBox'
import type { Size } from '../curate/geometry/moveBox'
import { planBoxes, type SetWords } from '../curate/planBoxes'
import { type PreviewWords, previewWords } from '../curate/previewWords'

/** How words look in the boxes as they are now; empty until they can be measured. */
export function useSetWords(
  boxes: readonly EditedBox[],
  shown: PreviewWords,
  picture: Size,
  bitmap: Bitmap | null,
  minFontPx: number,
  fontEpoch: number,
): readonly SetWords[] {
  const measure = useMemo(() => {
    void fontEpoch
    if (typeof document === 'undefined') return null
    const context = document.createElement('canvas').getContext('2d')
    return context && cachedMeasure(canvasMeasure(context), { enabled: true, fonts: 64 })
  }, [fontEpoch])
  return useMemo(() => {
    if (!measure) return []
    // How far a label reaches does not matter: the box says where the words go.
    const backgrounds =
      bitmap &&
      backgroundsUnder(
        bitmap,
        boxes.map(({ box }) => box),
      ).map((found) => ({ ...found, surface: null }))
    const words = boxes.map(({ example }) => previewWords(shown, example))
    return planBoxes(boxes, words, { picture, backgrounds, measure, minFontPx })
  }, [boxes, shown, picture, bitmap, measure, minFontPx])
}
