'use client'

import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconEye, IconEyeOff, IconLayoutGrid, IconPhotoOff, IconPhotoPlus, IconVersions } from '@tabler/icons-react'
import Link from 'next/link'
import { type CSSProperties, useState } from 'react'
import type { PlainProblem } from '../../client/problem'
import type { Draft } from '../../create/draft'
import { onTemplatePicture } from '../../create/found'
import type { Place } from '../../create/places'
import type { PreviewPlan } from '../../create/previewPlan'
import type { Scene } from '../../create/scene'
import { fillsPlaces } from '../../create/usedFields'
import { useImage } from '../../hooks/useImage'
import type { PictureControl } from '../../hooks/usePicture'
import type { PlainAnalysis } from '../../hooks/usePlainAnalysis'
import { ActivePlace } from './ActivePlace'
import { FileButton } from './FileButton'
import { HoldButton } from './HoldButton'
import classes from './PictureStage.module.css'
import { PlaceMarks } from './PlaceMarks'
import { PreviewCanvas } from './PreviewCanvas'
import { ProblemNote } from './ProblemNote'
import { StageStatus } from './StageStatus'

interface PictureStageProps {
  readonly picture: PictureControl
  readonly plain: PlainAnalysis
  /** Null until the picture is known. */
  readonly scene: Scene | null
  readonly places: readonly Place[]
  readonly draft: Draft
  readonly plan: PreviewPlan | null
  readonly fontEpoch: number
  /** The field that has the focus. */
  readonly activeField: string | null
  readonly working: boolean
  /** About a file or address that was not taken; the picture before it stays. */
  readonly refusal: PlainProblem | null
  readonly onEdit: (placeId: string) => void
  readonly onToggle: (regionIds: readonly string[]) => void
  readonly onFiles: (files: readonly File[]) => void
}

/** The picture with everything on it: preview, found words, and how far its analysis is. */
export function PictureStage(props: PictureStageProps) {
  const { picture, plain, scene, places, draft, plan, fontEpoch, activeField, working, refusal } = props
  const { onEdit, onToggle, onFiles } = props
  const { analysis, template, localUrl } = picture
  const [marks, setMarks] = useState(true)
  const [original, setOriginal] = useState(false)
  const ofTemplate = onTemplatePicture(draft)
  // Side by side, so that neither is drawn in the other's shape while it loads.
  const own = useImage(analysis?.picture?.url ?? localUrl)
  const clean = useImage(ofTemplate ? (scene?.picture?.url ?? null) : null)
  const cleaned = useImage(scene?.cleaned?.url ?? null)
  const upright = ofTemplate && !original ? clean : own
  const shape = original ? analysis : (plan?.placement ?? analysis)
  const size = shape ?? (upright && { width: upright.naturalWidth, height: upright.naturalHeight })
  const ratio = size ? size.width / size.height : 4 / 3
  const filled = draft.fields.flatMap(({ placeId, text }) => (placeId && text.trim() ? [placeId] : []))
  const marked = marks && !original && !working && fillsPlaces(draft) && scene && plan
  const problem = refusal ?? picture.problem
  const preview = plan && scene && upright && !original

  return (
    <section className={classes.stage} aria-label="Picture">
      <div className={classes.board}>
        <div
          className={classes.sheet}
          style={{ '--ratio': ratio } as CSSProperties}
          data-working={working || undefined}
        >
          {preview ? (
            <PreviewCanvas scene={scene} plan={plan} original={upright} cleaned={cleaned} fontEpoch={fontEpoch} />
          ) : upright ? (
            // biome-ignore lint/performance/noImgElement: the person's own file, or a stored one; nothing to optimise
            <img src={upright.src} alt="As it came" className={classes.plain} />
          ) : (
            <div className={classes.blank}>{problem && <IconPhotoOff size={64} stroke={1.2} aria-hidden="true" />}</div>
          )}
          {marked && (
            <PlaceMarks
              scene={scene}
              plan={plan}
              places={places}
              kept={draft.keptRegions}
              filled={filled}
              active={draft.fields.find(({ id }) => id === activeField)?.placeId ?? null}
              onEdit={onEdit}
              onToggle={onToggle}
            />
          )}
          {preview && marks && <ActivePlace plan={plan} fieldId={activeField} />}
        </div>
        <StageStatus picture={picture} plain={plain} />
        {problem && (
          <div className={classes.problem}>
            <ProblemNote problem={problem} onRetry={picture.retry} />
          </div>
        )}
      </div>
      <div className={classes.tools}>
        <span className={classes.name} title={picture.name}>
          {picture.name}
          {scene && <small>{` ${scene.width} × ${scene.height}`}</small>}
        </span>
        {plan && !template && (
          <HoldButton icon={<IconVersions size={18} />} label="Hold to see the original" onHold={setOriginal} />
        )}
        {plan && (
          <Tooltip label={marks ? 'Hide the places' : 'Show the places'}>
            <ActionIcon
              variant="default"
              size={38}
              aria-pressed={marks}
              aria-label="Show the places of the words"
              onClick={() => setMarks(!marks)}
            >
              {marks ? <IconEye size={19} /> : <IconEyeOff size={19} />}
            </ActionIcon>
          </Tooltip>
        )}
        {template && (
          <Button
            component={Link}
            href="/templates"
            variant="default"
            h={38}
            px="sm"
            leftSection={<IconLayoutGrid size={18} />}
          >
            Other template
          </Button>
        )}
        <FileButton variant="default" h={38} px="sm" leftSection={<IconPhotoPlus size={18} />} onFiles={onFiles}>
          Other picture
        </FileButton>
      </div>
    </section>
  )
}
