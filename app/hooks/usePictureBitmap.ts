'use client'

import { useMemo } from 'react'
import type { Bitmap } from '#core/bitmap'

/** Larger pictures are looked at smaller: colours under a box are the same, and 50 megapixels would take 200 MB. */
const longestPx = 1600

/** The pixels of a loaded picture, of a large one those of a smaller copy; null until it is there. */
export function usePictureBitmap(image: HTMLImageElement | null): Bitmap | null {
  return useMemo(() => {
    if (!image) return null
    const scale = Math.min(1, longestPx / Math.max(image.naturalWidth, image.naturalHeight))
    const width = Math.max(1, Math.round(image.naturalWidth * scale))
    const height = Math.max(1, Math.round(image.naturalHeight * scale))
    const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d')
    if (!context) return null
    context.drawImage(image, 0, 0, width, height)
    const data = new Uint8Array(context.getImageData(0, 0, width, height).data.buffer)
    return { data, width, height, channels: 4 }
  }, [image])
}
