'use client'

import { useEffect, useState } from 'react'

/** A decoded picture, ready to draw; null until then. While the next one loads, the last stays. */
export function useImage(url: string | null): HTMLImageElement | null {
  const [image, setImage] = useState<HTMLImageElement | null>(null)
  useEffect(() => {
    if (!url) return setImage(null)
    let wanted = true
    const next = new Image()
    next.crossOrigin = 'anonymous'
    next.src = url
    next.decode().then(
      () => wanted && setImage(next),
      () => {},
    )
    return () => {
      wanted = false
    }
  }, [url])
  return image
}
