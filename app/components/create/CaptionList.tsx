'use client'

import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { PlainProblem } from '../../client/problem'
import type { Draft, DraftChange } from '../../create/draft'
import { replacesWords } from '../../create/usedFields'
import type { LimitsView } from '../../hooks/useLimits'
import type { Analysis } from '../../hooks/usePicture'
import classes from './CaptionList.module.css'
import { CaptionRow } from './CaptionRow'
import { KeptRow } from './KeptRow'

interface CaptionListProps {
  readonly draft: Draft
  readonly analysis: Analysis | null
  /** The places are a template's boxes: there are no others, and no old words in them. */
  readonly inBoxes: boolean
  readonly limits: LimitsView | null
  /** By field id. */
  readonly problems: Readonly<Record<string, PlainProblem>>
  readonly onChange: (change: DraftChange) => void
  /** The field that has the focus. */
  readonly onActive: (fieldId: string | null) => void
}

/** The id of a field's element, for the boxes on the picture to lead to. */
export const fieldElementId = (fieldId: string): string => `caption-${fieldId}`

function nextFreeId(draft: Draft): string {
  const used = draft.fields.map(({ id }) => Number(/^free-(\d+)$/.exec(id)?.[1] ?? 0))
  return `free-${Math.max(0, ...used) + 1}`
}

/** One row per place with words, and one per further caption. */
export function CaptionList({ draft, analysis, inBoxes, limits, problems, onChange, onActive }: CaptionListProps) {
  const replaces = replacesWords(draft.mode)
  const regions = analysis?.regions ?? []
  const maxCaptions = limits?.maxCaptions ?? 20
  const add = () => {
    const id = nextFreeId(draft)
    onChange({ kind: 'add', id })
    requestAnimationFrame(() => document.getElementById(fieldElementId(id))?.focus())
  }
  return (
    <div className={classes.list}>
      {draft.fields.map((field, index) => {
        const place = replaces ? regions.findIndex(({ id }) => id === field.regionId) : -1
        const region = regions[place]
        const toggle = region && (() => onChange({ kind: 'toggleRegion', regionId: region.id }))
        if (region && toggle && draft.keptRegions.includes(region.id)) {
          return <KeptRow key={field.id} number={place + 1} words={region.text} onReplace={toggle} />
        }
        return (
          <CaptionRow
            key={field.id}
            field={field}
            number={index + 1}
            oldWords={inBoxes ? null : (region?.text ?? null)}
            example={inBoxes ? (region?.text ?? null) : null}
            maxCharacters={limits?.maxCaptionCharacters ?? null}
            problem={problems[field.id] ?? null}
            onType={(text) => onChange({ kind: 'type', id: field.id, text })}
            onFocus={() => onActive(field.id)}
            onBlur={() => onActive(null)}
            onKeep={inBoxes ? null : (toggle ?? null)}
            onRemove={region || draft.fields.length < 2 ? null : () => onChange({ kind: 'remove', id: field.id })}
          />
        )
      })}
      {!inBoxes && draft.fields.length < maxCaptions && (
        <Button variant="default" leftSection={<IconPlus size={17} />} className={classes.add} onClick={add}>
          Add a caption
        </Button>
      )}
    </div>
  )
}
