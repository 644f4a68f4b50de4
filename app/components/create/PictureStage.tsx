'use client'

import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconEye, IconEyeOff, IconLayoutGrid, IconPhotoOff, IconPhotoPlus, IconVersions } from '@tabler/icons-react'
import Link from 'next/link'
import { type CSSProperties, useState } from 'react'
import type { PlainProblem } from '../../client/problem'
import type { Draft } from '../../create/draft'
import type { PreviewPlan } from '../../create/previewPlan'
import { replacesWords } from '../../create/usedFields'
import { useImage } from '../../hooks/useImage'
import type { PictureControl } from '../../hooks/usePicture'
import { ActivePlace } from './ActivePlace'
import { FileButton } from './FileButton'
import { HoldButton } from './HoldButton'
import classes from './PictureStage.module.css'
import { PreviewCanvas } from './PreviewCanvas'
import { ProblemNote } from './ProblemNote'
import { RegionBoxes } from './RegionBoxes'
import { StageStatus } from './StageStatus'

interface PictureStageProps {
  readonly picture: PictureControl
  readonly draft: Draft
  readonly plan: PreviewPlan | null
  readonly fontEpoch: number
  /** The field that has the focus. */
  readonly activeField: string | null
  readonly working: boolean
  /** About a file or address that was not taken; the picture before it stays. */
  readonly refusal: PlainProblem | null
  readonly onEdit: (regionId: string) => void
  readonly onToggle: (regionId: string) => void
  readonly onFiles: (files: readonly File[]) => void
}

/** The picture with everything on it: preview, found words, and how far its analysis is. */
export function PictureStage(props: PictureStageProps) {
  const { picture, draft, plan, fontEpoch, activeField, working, refusal, onEdit, onToggle, onFiles } = props
  const { analysis, template, localUrl } = picture
  const [marks, setMarks] = useState(true)
  const [original, setOriginal] = useState(false)
  const upright = useImage(analysis?.picture?.url ?? localUrl)
  const cleaned = useImage(analysis?.cleanedPicture?.url ?? null)
  const size =
    plan?.placement ?? analysis ?? (upright && { width: upright.naturalWidth, height: upright.naturalHeight })
  const ratio = size ? size.width / size.height : 4 / 3
  const filled = draft.fields.flatMap(({ regionId, text }) => (regionId && text.trim() ? [regionId] : []))
  const boxes = marks && !original && !working && replacesWords(draft.mode) && analysis && plan
  const problem = refusal ?? picture.problem
  const preview = plan && analysis && upright && !original

  return (
    <section className={classes.stage} aria-label="Picture">
      <div className={classes.board}>
        <div
          className={classes.sheet}
          style={{ '--ratio': ratio } as CSSProperties}
          data-working={working || undefined}
        >
          {preview ? (
            <PreviewCanvas analysis={analysis} plan={plan} original={upright} cleaned={cleaned} fontEpoch={fontEpoch} />
          ) : upright ? (
            // biome-ignore lint/performance/noImgElement: the person's own file, or a stored one; nothing to optimise
            <img src={upright.src} alt="As it came" className={classes.plain} />
          ) : (
            <div className={classes.blank}>{problem && <IconPhotoOff size={64} stroke={1.2} aria-hidden="true" />}</div>
          )}
          {boxes && (
            <RegionBoxes
              analysis={analysis}
              plan={plan}
              kept={draft.keptRegions}
              filled={filled}
              active={draft.fields.find(({ id }) => id === activeField)?.regionId ?? null}
              empty={template !== null}
              onEdit={onEdit}
              onToggle={onToggle}
            />
          )}
          {preview && marks && !template && <ActivePlace plan={plan} fieldId={activeField} />}
        </div>
        <StageStatus picture={picture} />
        {problem && (
          <div className={classes.problem}>
            <ProblemNote problem={problem} onRetry={picture.retry} />
          </div>
        )}
      </div>
      <div className={classes.tools}>
        <span className={classes.name} title={picture.name}>
          {picture.name}
          {analysis && <small>{` ${analysis.width} × ${analysis.height}`}</small>}
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
