'use client'

import { useEffect, useMemo, useState } from 'react'
import { canvasMeasure } from '#core/lettering/canvasMeasure'
import { cachedMeasure } from '#core/lettering/measureCache'
import type { Draft } from '../create/draft'
import { type PreviewPlan, planPreview } from '../create/previewPlan'
import type { Scene } from '../create/scene'

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

/** The preview's plan for what is typed now; null until there is a picture to put it on. */
export function usePreviewPlan(
  scene: Scene | null,
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
    () => (scene && measure ? planPreview(scene, draft, measure, minFontPx) : null),
    [scene, draft, measure, minFontPx],
  )
}
