'use client'

import { type CSSProperties, useMemo } from 'react'
import { exampleDraft } from '../../create/exampleDraft'
import { pictureOf } from '../../create/scene'
import { templateBoxes } from '../../create/templateBoxes'
import type { TemplateFieldsFragment } from '../../generated/graphql'
import { useImage } from '../../hooks/useImage'
import { useLimits } from '../../hooks/useLimits'
import { useFontEpoch, usePreviewPlan } from '../../hooks/usePreviewPlan'
import { useTemplateScene } from '../../hooks/useScene'
import { FontProbe } from '../create/FontProbe'
import { PreviewCanvas } from '../create/PreviewCanvas'
import classes from './TemplateView.module.css'

interface TemplateCanvasProps {
  readonly template: TemplateFieldsFragment
  /** Which of its pictures. */
  readonly style: string
  /** Empty boxes instead of example words. */
  readonly boxes: boolean
}

/** A template with its example words, drawn as a meme of it would be. */
export function TemplateCanvas({ template, style, boxes }: TemplateCanvasProps) {
  const { image: picture } = pictureOf(template, style)
  const draft = useMemo(() => exampleDraft(template), [template])
  const fontEpoch = useFontEpoch()
  const limits = useLimits()
  const image = useImage(picture.url)
  const scene = useTemplateScene(template, style)
  const plan = usePreviewPlan(scene, draft, limits?.minFontPx ?? 12, fontEpoch)
  const fonts = new Set(templateBoxes(template.boxes).map(({ style }) => style.font))
  return (
    <div className={classes.sheet} style={{ '--ratio': picture.width / picture.height } as CSSProperties}>
      {/* biome-ignore lint/performance/noImgElement: content-addressed and cached for ever; no optimiser in front */}
      <img src={picture.url} alt={template.description} width={picture.width} height={picture.height} />
      {[...fonts].map((font) => (
        <FontProbe key={font} font={font} texts={draft.fields.map(({ text }) => text)} />
      ))}
      {!boxes && scene && plan && image && (
        <PreviewCanvas scene={scene} plan={plan} original={image} cleaned={null} fontEpoch={fontEpoch} />
      )}
      {boxes && (
        <ul className={classes.boxes} aria-label="Places for words">
          {template.boxes.map(({ box, example }, index) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: a box's number is its name
              key={index}
              style={{
                left: `${box.x * 100}%`,
                top: `${box.y * 100}%`,
                width: `${box.width * 100}%`,
                height: `${box.height * 100}%`,
                rotate: `${box.angle}deg`,
              }}
            >
              <b className={classes.number}>{index + 1}</b>
              <span>{example}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
