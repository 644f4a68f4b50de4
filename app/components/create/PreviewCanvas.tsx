'use client'

import { useElementSize } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import { drawPreview } from '../../create/drawPreview'
import type { PreviewPlan } from '../../create/previewPlan'
import type { Scene } from '../../create/scene'
import classes from './PictureStage.module.css'

interface PreviewCanvasProps {
  readonly scene: Scene
  readonly plan: PreviewPlan
  readonly original: HTMLImageElement
  readonly cleaned: HTMLImageElement | null
  /** Fonts that arrived since the last drawing. */
  readonly fontEpoch: number
}

/** The meme as it will be, redrawn at most once per frame, as sharp as the screen shows it. */
export function PreviewCanvas({ scene, plan, original, cleaned, fontEpoch }: PreviewCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { ref, width: shownPx } = useElementSize()
  const { width, height } = plan.placement

  useEffect(() => {
    void fontEpoch
    const frame = requestAnimationFrame(() => {
      const context = canvas.current?.getContext('2d')
      if (!canvas.current || !context || shownPx === 0) return
      const scale = Math.min(1, (shownPx * Math.min(window.devicePixelRatio, 2)) / width)
      const [widthPx, heightPx] = [Math.round(width * scale), Math.round(height * scale)]
      if (canvas.current.width !== widthPx) canvas.current.width = widthPx
      if (canvas.current.height !== heightPx) canvas.current.height = heightPx
      drawPreview(context, scene, plan, { original, cleaned }, widthPx / width)
    })
    return () => cancelAnimationFrame(frame)
  }, [scene, plan, original, cleaned, width, height, shownPx, fontEpoch])

  const words = plan.fields.map((field) => field.text.trim()).filter(Boolean)
  return (
    <div ref={ref} className={classes.fill}>
      <canvas
        ref={canvas}
        className={classes.fill}
        role="img"
        aria-label={
          words.length > 0 ? `Preview with your words: ${words.join(' / ')}` : 'Preview, without new words yet'
        }
      />
    </div>
  )
}
