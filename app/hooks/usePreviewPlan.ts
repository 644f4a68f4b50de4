'use client'

import { useEffect, useMemo, useState } from 'react'
import { canvasMeasure } from '#core/lettering/canvasMeasure'
import { cachedMeasure } from '#core/lettering/measureCache'
import type { Draft } from '../create/draft'
import { type PreviewPlan, planPreview } from '../create/previewPlan'
import type { Analysis } from './usePicture'

/** Counts up whenever font files have arrived: what was measured before is void. */
export function useFontEpoch(): number {
  const [epoch, setEpoch] = useState(0)
  useEffect(() => {
    const arrived = () => setEpoch((now) => now + 1)
    document.fonts.addEventListener('loadingdone', arrived)
    return () => document.fonts.removeEventListener('loadingdone', arrived)
  }, [])
  return epoch
}

/** The preview's plan for what is typed now; null until the picture is analysed. */
export function usePreviewPlan(
  analysis: Analysis | null,
  draft: Draft,
  minFontPx: number,
  fontEpoch: number,
): PreviewPlan | null {
  const measure = useMemo(() => {
    void fontEpoch
    if (typeof document === 'undefined') return null
    const context = document.createElement('canvas').getContext('2d')
    return context && cachedMeasure(canvasMeasure(context), { enabled: true, fonts: 64 })
  }, [fontEpoch])
  return useMemo(
    () => (analysis && measure ? planPreview(analysis, draft, measure, minFontPx) : null),
    [analysis, draft, measure, minFontPx],
  )
}
