'use client'

import { useMemo } from 'react'
import type { Bitmap } from '#core/bitmap'

/** The pixels of a loaded picture; null until it is there. */
export function usePictureBitmap(image: HTMLImageElement | null): Bitmap | null {
  return useMemo(() => {
    if (!image) return null
    const { naturalWidth: width, naturalHeight: height } = image
    const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d')
    if (!context) return null
    context.drawImage(image, 0, 0)
    const data = new Uint8Array(context.getImageData(0, 0, width, height).data.buffer)
    return { data, width, height, channels: 4 }
  }, [image])
}
