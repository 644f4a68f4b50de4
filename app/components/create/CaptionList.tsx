'use client'

import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { PlainProblem } from '../../client/problem'
import { nextFieldId } from '../../create/captionFields'
import type { Draft, DraftChange } from '../../create/draft'
import { inBoxes } from '../../create/found'
import { flatWords, looseRegions, type Place } from '../../create/places'
import type { Scene } from '../../create/scene'
import { fillsPlaces } from '../../create/usedFields'
import type { LimitsView } from '../../hooks/useLimits'
import classes from './CaptionList.module.css'
import { CaptionRow } from './CaptionRow'
import { WordsRow } from './WordsRow'

interface CaptionListProps {
  readonly draft: Draft
  readonly scene: Scene | null
  readonly places: readonly Place[]
  readonly limits: LimitsView | null
  /** By field id. */
  readonly problems: Readonly<Record<string, PlainProblem>>
  readonly onChange: (change: DraftChange) => void
  /** The field that has the focus. */
  readonly onActive: (fieldId: string | null) => void
}

/** The id of a field's element, for the boxes on the picture to lead to. */
export const fieldElementId = (fieldId: string): string => `caption-${fieldId}`

/** One row per place, one per further caption, and one for old words that stand in no place. */
export function CaptionList({ draft, scene, places, limits, problems, onChange, onActive }: CaptionListProps) {
  const fills = fillsPlaces(draft)
  const maxCaptions = limits?.maxCaptions ?? 20
  const toggle = (regionIds: readonly string[]) => onChange({ kind: 'toggleRegions', regionIds })
  const add = () => {
    const id = nextFieldId(draft)
    onChange({ kind: 'add' })
    requestAnimationFrame(() => document.getElementById(fieldElementId(id))?.focus())
  }
  return (
    <div className={classes.list}>
      {draft.fields.map((field, index) => {
        const place = fills ? places.find(({ id }) => id === field.placeId) : undefined
        const regionIds = place?.regions.map(({ id }) => id) ?? []
        if (place?.kept && place.words !== null) {
          const { number, words } = place
          return (
            <WordsRow key={field.id} number={number} words={words} fate="stays" onChange={() => toggle(regionIds)} />
          )
        }
        return (
          <CaptionRow
            key={field.id}
            field={field}
            number={index + 1}
            oldWords={place?.words ?? null}
            example={place?.example ?? null}
            maxCharacters={limits?.maxCaptionCharacters ?? null}
            problem={problems[field.id] ?? null}
            onType={(text) => onChange({ kind: 'type', id: field.id, text })}
            onFocus={() => onActive(field.id)}
            onBlur={() => onActive(null)}
            onKeep={regionIds.length > 0 ? () => toggle(regionIds) : null}
            onRemove={place || draft.fields.length < 2 ? null : () => onChange({ kind: 'remove', id: field.id })}
          />
        )
      })}
      {fills &&
        scene &&
        looseRegions(scene, places).map((region) => (
          <WordsRow
            key={region.id}
            number={null}
            words={flatWords([region])}
            fate={draft.keptRegions.includes(region.id) ? 'stays' : 'goes'}
            onChange={() => toggle([region.id])}
          />
        ))}
      {fills &&
        scene?.own.map((region) => <WordsRow key={region.id} number={null} words={flatWords([region])} fate="own" />)}
      {!(fills && inBoxes(draft)) && draft.fields.length < maxCaptions && (
        <Button variant="default" leftSection={<IconPlus size={17} />} className={classes.add} onClick={add}>
          Add a caption
        </Button>
      )}
    </div>
  )
}
