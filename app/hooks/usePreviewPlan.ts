'use client'

import { useEffect, useMemo, useState } from 'react'
import { canvasMeasure } from '#core/lettering/canvasMeasure'
import { cachedMeasure } from '#core/lettering/measureCache'
import type { Background } from '#core/lettering/types'
import type { Draft } from '../create/draft'
import { type PreviewPlan, planPreview } from '../create/previewPlan'
import { planTemplate } from '../create/templatePlan'
import type { TemplateFieldsFragment } from '../generated/graphql'
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

/** The preview's plan for what is typed now, in a template's boxes when there is one; null until the picture is analysed. */
export function usePreviewPlan(
  analysis: Analysis | null,
  template: TemplateFieldsFragment | null,
  backgrounds: readonly Background[] | null,
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
  return useMemo(() => {
    if (!analysis || !measure) return null
    if (template) return planTemplate({ ...analysis, template, backgrounds }, draft, measure, minFontPx)
    return planPreview(analysis, draft, measure, minFontPx)
  }, [analysis, template, backgrounds, draft, measure, minFontPx])
}
