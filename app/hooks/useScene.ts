'use client'

import { useMemo } from 'react'
import type { Draft } from '../create/draft'
import { pictureOf, pictureScene, type Scene, templateScene } from '../create/scene'
import type { TemplateFieldsFragment } from '../generated/graphql'
import { useBackgrounds } from './useBackgrounds'
import { useImage } from './useImage'
import type { Analysis } from './usePicture'

/** A template's picture to put words on. @param style which of its pictures; null for the default one */
export function useTemplateScene(template: TemplateFieldsFragment | null, style: string | null): Scene | null {
  const image = useImage(template && pictureOf(template, style).image.url)
  const backgrounds = useBackgrounds(template, image)
  return useMemo(() => template && templateScene(template, style, backgrounds), [template, style, backgrounds])
}

interface Known {
  readonly analysis: Analysis | null
  /** As if no template were known; null unless somebody wanted that. */
  readonly plain: Analysis | null
  readonly template: TemplateFieldsFragment | null
}

/** The picture as the draft's choices want it; null until it is known. */
export function useScene({ analysis, plain, template }: Known, draft: Draft): Scene | null {
  const ofTemplate = useTemplateScene(template, draft.variant)
  const { found, mode, recognition, recognisedPlaces } = draft
  const ofPicture = useMemo(
    // What was found is of an earlier picture until the draft has heard of this one.
    () => analysis && found && pictureScene(analysis, plain, { found, mode, recognition, recognisedPlaces }),
    [analysis, plain, found, mode, recognition, recognisedPlaces],
  )
  return ofTemplate ?? ofPicture
}
