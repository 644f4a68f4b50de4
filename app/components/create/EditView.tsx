'use client'

import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useState } from 'react'
import type { FontName } from '#core/style'
import type { PlainProblem } from '../../client/problem'
import { chosenStyle, type Draft } from '../../create/draft'
import { foundText, templateText } from '../../create/foundText'
import { placesIn } from '../../create/places'
import { pictureOf, recognisedMatch, type Scene } from '../../create/scene'
import { templateBoxes } from '../../create/templateBoxes'
import { fillsPlaces, usedFields } from '../../create/usedFields'
import type { DraftControl } from '../../hooks/useDraft'
import type { GenerateControl } from '../../hooks/useGenerate'
import type { LimitsView } from '../../hooks/useLimits'
import type { PictureControl } from '../../hooks/usePicture'
import type { PlainAnalysis } from '../../hooks/usePlainAnalysis'
import { useFontEpoch, usePreviewPlan } from '../../hooks/usePreviewPlan'
import { useScene } from '../../hooks/useScene'
import { useUnsupported } from '../../hooks/useUnsupported'
import { VariantPicker } from '../templates/VariantPicker'
import { CaptionList, fieldElementId } from './CaptionList'
import classes from './EditView.module.css'
import { FontProbe } from './FontProbe'
import { GenerateBar } from './GenerateBar'
import { PerhapsLine } from './PerhapsLine'
import { PictureStage } from './PictureStage'
import { ProblemNote } from './ProblemNote'
import { RecognisedLine } from './RecognisedLine'
import { RecognitionPicker } from './RecognitionPicker'
import { StylePanel } from './StylePanel'
import { ToolButton } from './ToolButton'

interface EditViewProps {
  readonly picture: PictureControl
  /** The picture as if no template were known, when that is wanted. */
  readonly plain: PlainAnalysis
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
  const { picture, plain, control, generate, limits, refusal, blocked, onFiles, onGenerate } = props
  const { draft, change } = control
  const { analysis, template } = picture
  const [activeField, setActiveField] = useState<string | null>(null)
  const fontEpoch = useFontEpoch()
  const scene = useScene({ analysis, plain: plain.analysis, template }, draft)
  const plan = usePreviewPlan(scene, draft, limits?.minFontPx ?? 12, fontEpoch)
  const places = scene && draft.found ? placesIn(scene, draft) : []
  const match = draft.found?.kind === 'recognised' ? recognisedMatch(analysis) : null
  const lettered = fillsPlaces(draft) ? (scene?.boxes ?? null) : null
  const unsupported = useUnsupported(draft.fields)
  const problems = {
    ...plan?.problems,
    ...fromServer(generate, draft),
    ...unsupported,
  }
  const edit = (placeId: string) => {
    const field = draft.fields.find((candidate) => candidate.placeId === placeId)
    if (field) document.getElementById(fieldElementId(field.id))?.focus()
  }
  const found = foundText(analysis && scene && { ...scene, animated: analysis.animated }, draft)

  return (
    <div className={classes.view}>
      {fontsOf(lettered, draft).map((font) => (
        <FontProbe key={font} font={font} texts={draft.fields.map(({ text }) => text)} />
      ))}
      <PictureStage
        picture={picture}
        plain={plain}
        scene={scene}
        places={places}
        draft={draft}
        plan={plan}
        fontEpoch={fontEpoch}
        activeField={activeField}
        working={generate.busy}
        refusal={refusal}
        onEdit={edit}
        onToggle={(regionIds) => change({ kind: 'toggleRegions', regionIds })}
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
        <div className={classes.found} role="status">
          {picture.problem ? (
            ''
          ) : template ? (
            templateText(template.boxes.length)
          ) : match ? (
            <RecognisedLine match={match} ignored={draft.recognition === 'IGNORE'}>
              {found}
            </RecognisedLine>
          ) : (
            found
          )}
        </div>
        <CaptionList
          draft={draft}
          scene={scene}
          places={places}
          limits={limits}
          problems={problems}
          onChange={change}
          onActive={setActiveField}
        />
        {plan?.problem && <ProblemNote problem={plan.problem} />}
        {plain.problem && draft.recognition === 'IGNORE' && <ProblemNote problem={plain.problem} />}
        <hr className={classes.rule} />
        {template && (
          <VariantPicker
            pictures={template.pictures}
            chosen={pictureOf(template, draft.variant).style}
            onChoose={(variant) => change({ kind: 'set', values: { variant } })}
          />
        )}
        {draft.found?.kind === 'words' && <PerhapsLine matches={analysis?.matches ?? []} />}
        {match && (
          <RecognitionPicker
            match={match}
            matches={analysis?.matches ?? []}
            use={draft.recognition}
            own={analysis?.picture ?? null}
            onUse={(recognition) => change({ kind: 'set', values: { recognition } })}
          />
        )}
        <StylePanel
          draft={draft}
          own={lettered ? (templateBoxes(lettered)[0]?.style ?? null) : null}
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
function fontsOf(boxes: Scene['boxes'], draft: Draft): readonly FontName[] {
  const chosen = chosenStyle(draft)
  if (!boxes) return [chosen.font ?? 'anton']
  return [...new Set(templateBoxes(boxes, chosen).map(({ style }) => style.font))]
}

/** A caption that only the server refused, beside its field. */
function fromServer({ busy, problem }: GenerateControl, draft: Draft): Record<string, PlainProblem> {
  const index = problem?.captionIndex ?? null
  const field = index === null || busy ? undefined : usedFields(draft)[index]
  return field && problem ? { [field.id]: problem } : {}
}
