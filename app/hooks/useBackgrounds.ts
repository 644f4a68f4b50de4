'use client'

import { useMemo } from 'react'
import { backgroundsUnder } from '#core/lettering/backgrounds'
import type { Background } from '#core/lettering/types'
import type { TemplateFieldsFragment } from '../generated/graphql'

/** What is under each box of a template, as the worker will find it; null until the picture is there. */
export function useBackgrounds(
  template: TemplateFieldsFragment | null,
  image: HTMLImageElement | null,
): readonly Background[] | null {
  return useMemo(() => {
    if (!template || !image) return null
    const { naturalWidth: width, naturalHeight: height } = image
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (!context) return null
    context.drawImage(image, 0, 0)
    const data = new Uint8Array(context.getImageData(0, 0, width, height).data.buffer)
    const boxes = template.boxes.map(({ box }) => box)
    // How far a label reaches does not matter: the box says where the words go.
    return backgroundsUnder({ data, width, height, channels: 4 }, boxes).map((found) => ({ ...found, surface: null }))
  }, [template, image])
}
