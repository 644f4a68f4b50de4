'use client'

import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useState } from 'react'
import type { FontName } from '#core/style'
import type { PlainProblem } from '../../client/problem'
import { chosenStyle, type Draft } from '../../create/draft'
import { foundText, templateText } from '../../create/foundText'
import { templateBoxes } from '../../create/templateBoxes'
import { usedFields } from '../../create/usedFields'
import { useBackgrounds } from '../../hooks/useBackgrounds'
import type { DraftControl } from '../../hooks/useDraft'
import type { GenerateControl } from '../../hooks/useGenerate'
import { useImage } from '../../hooks/useImage'
import type { LimitsView } from '../../hooks/useLimits'
import type { PictureControl } from '../../hooks/usePicture'
import { useFontEpoch, usePreviewPlan } from '../../hooks/usePreviewPlan'
import { useUnsupported } from '../../hooks/useUnsupported'
import { CaptionList, fieldElementId } from './CaptionList'
import classes from './EditView.module.css'
import { FontProbe } from './FontProbe'
import { GenerateBar } from './GenerateBar'
import { PictureStage } from './PictureStage'
import { ProblemNote } from './ProblemNote'
import { StylePanel } from './StylePanel'
import { ToolButton } from './ToolButton'

interface EditViewProps {
  readonly picture: PictureControl
  readonly control: DraftControl
  readonly generate: GenerateControl
  readonly limits: LimitsView | null
  /** About a file or address that was refused. */
  readonly refusal: PlainProblem | null
  readonly blocked: string | null
  readonly onFiles: (files: readonly File[]) => void
  readonly onGenerate: () => void
}

/** The picture on one side, its words on the other. */
export function EditView(props: EditViewProps) {
  const { picture, control, generate, limits, refusal, blocked, onFiles, onGenerate } = props
  const { draft, change } = control
  const { analysis, template } = picture
  const [activeField, setActiveField] = useState<string | null>(null)
  const fontEpoch = useFontEpoch()
  const backgrounds = useBackgrounds(template, useImage(template ? (analysis?.picture?.url ?? null) : null))
  const plan = usePreviewPlan(analysis, template, backgrounds, draft, limits?.minFontPx ?? 12, fontEpoch)
  const unsupported = useUnsupported(draft.fields)
  const problems = { ...plan?.problems, ...fromServer(generate, draft), ...unsupported }
  const edit = (regionId: string) => {
    const field = draft.fields.find((candidate) => candidate.regionId === regionId)
    if (field) document.getElementById(fieldElementId(field.id))?.focus()
  }

  return (
    <div className={classes.view}>
      {fontsOf(picture, draft).map((font) => (
        <FontProbe key={font} font={font} texts={draft.fields.map(({ text }) => text)} />
      ))}
      <PictureStage
        picture={picture}
        draft={draft}
        plan={plan}
        fontEpoch={fontEpoch}
        activeField={activeField}
        working={generate.busy}
        refusal={refusal}
        onEdit={edit}
        onToggle={(regionId) => change({ kind: 'toggleRegion', regionId })}
        onFiles={onFiles}
      />
      <section className={classes.panel} aria-label="Words and look">
        <div className={classes.head}>
          <h1>Your words</h1>
          <ToolButton label="Undo" keys="Ctrl Z" disabled={!control.canUndo} onClick={() => change({ kind: 'undo' })}>
            <IconArrowBackUp size={20} />
          </ToolButton>
          <ToolButton label="Redo" keys="Ctrl Y" disabled={!control.canRedo} onClick={() => change({ kind: 'redo' })}>
            <IconArrowForwardUp size={20} />
          </ToolButton>
        </div>
        <p className={classes.found} role="status">
          {picture.problem ? '' : template ? templateText(template.boxes.length) : foundText(analysis, draft)}
        </p>
        <CaptionList
          draft={draft}
          analysis={analysis}
          inBoxes={template !== null}
          limits={limits}
          problems={problems}
          onChange={change}
          onActive={setActiveField}
        />
        {plan?.problem && <ProblemNote problem={plan.problem} />}
        <hr className={classes.rule} />
        <StylePanel
          draft={draft}
          hasWords={analysis ? analysis.regions.length > 0 : null}
          inBoxes={template !== null}
          onChange={change}
        />
        <div className={classes.foot}>
          <GenerateBar generate={generate} blocked={blocked} onGenerate={onGenerate} />
        </div>
      </section>
    </div>
  )
}

/** Every box of a template may have its own. */
function fontsOf({ template }: PictureControl, draft: Draft): readonly FontName[] {
  if (!template) return [draft.style.font]
  return [...new Set(templateBoxes(template.boxes, chosenStyle(draft)).map(({ style }) => style.font))]
}

/** A caption that only the server refused, beside its field. */
function fromServer({ busy, problem }: GenerateControl, draft: Draft): Record<string, PlainProblem> {
  const index = problem?.captionIndex ?? null
  const field = index === null || busy ? undefined : usedFields(draft)[index]
  return field && problem ? { [field.id]: problem } : {}
}
