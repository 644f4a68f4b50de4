import { IconArrowsExchange, IconBoxAlignTop, IconPhotoEdit, IconTemplate, IconWand } from '@tabler/icons-react'
import type { Draft, DraftChange } from '../../create/draft'
import { inBoxes, onTemplatePicture, removable } from '../../create/found'
import classes from './StylePanel.module.css'

interface ModePickerProps {
  readonly draft: Draft
  readonly onChange: (change: DraftChange) => void
}

type Values = Extract<DraftChange, { kind: 'set' }>['values']

interface Way {
  readonly key: string
  readonly label: string
  readonly what: string
  readonly Icon: typeof IconWand
  readonly values: Values
  readonly disabled: boolean
}

/** On a picture that is not recognised, the mode is all there is to say; on a recognised one, there are the template's places, too. */
function waysFor(draft: Draft): readonly Way[] {
  const known = draft.found?.kind === 'recognised' && draft.recognition !== 'IGNORE'
  const noWords = draft.found !== null && removable(draft).length === 0
  const first: readonly Way[] = known
    ? [
        {
          key: 'TEMPLATE',
          label: 'Template',
          what: 'In the template’s own places, in their look.',
          Icon: IconTemplate,
          values: { mode: 'AUTO', recognisedPlaces: 'TEMPLATE_BOXES' },
          disabled: false,
        },
        {
          key: 'OLD',
          label: 'Old places',
          what: 'Where the old words stood.',
          Icon: IconArrowsExchange,
          values: { mode: 'AUTO', recognisedPlaces: 'OLD_PLACES' },
          disabled: noWords || onTemplatePicture(draft),
        },
      ]
    : [
        {
          key: 'AUTO',
          label: 'Automatic',
          what: 'In place of the old words; without any, around the subject or in a bar.',
          Icon: IconWand,
          values: { mode: 'AUTO' },
          disabled: false,
        },
        {
          key: 'REPLACE_TEXT',
          label: 'Replace',
          what: 'Only in place of the old words.',
          Icon: IconArrowsExchange,
          values: { mode: 'REPLACE_TEXT' },
          disabled: noWords && draft.mode !== 'REPLACE_TEXT',
        },
      ]
  return [
    ...first,
    {
      key: 'OVERLAY',
      label: 'On top',
      what: 'Over the picture, around its subject. Old words stay.',
      Icon: IconPhotoEdit,
      values: { mode: 'OVERLAY' },
      disabled: false,
    },
    {
      key: 'CAPTION_BAR',
      label: 'In a bar',
      what: 'In a white bar beside the picture. Old words stay.',
      Icon: IconBoxAlignTop,
      values: { mode: 'CAPTION_BAR' },
      disabled: false,
    },
  ]
}

function chosenWay(draft: Draft): string {
  if (draft.found?.kind !== 'recognised' || draft.recognition === 'IGNORE') return draft.mode
  if (draft.mode === 'OVERLAY' || draft.mode === 'CAPTION_BAR') return draft.mode
  return inBoxes(draft) ? 'TEMPLATE' : 'OLD'
}

/** Where the words go. */
export function ModePicker({ draft, onChange }: ModePickerProps) {
  const ways = waysFor(draft)
  const chosen = chosenWay(draft)
  return (
    <fieldset className={classes.choice}>
      <legend>Where your words go</legend>
      <div className={classes.modes}>
        {ways.map(({ key, label, Icon, values, disabled }) => (
          <label key={key} className={classes.card}>
            <input
              type="radio"
              name="mode"
              value={key}
              checked={key === chosen}
              disabled={disabled}
              aria-describedby={key === chosen ? 'mode-what' : undefined}
              onChange={() => onChange({ kind: 'set', values })}
            />
            <Icon size={22} stroke={1.7} aria-hidden="true" />
            {label}
          </label>
        ))}
      </div>
      <p id="mode-what" className={classes.what}>
        {ways.find(({ key }) => key === chosen)?.what}
      </p>
    </fieldset>
  )
}
