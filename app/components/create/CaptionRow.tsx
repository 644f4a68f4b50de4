import { ActionIcon, Button, Textarea, Tooltip } from '@mantine/core'
import { IconLock, IconX } from '@tabler/icons-react'
import { fontFor } from '#core/lettering/fonts'
import type { PlainProblem } from '../../client/problem'
import type { CaptionField } from '../../create/captionFields'
import { fieldElementId } from './CaptionList'
import classes from './CaptionList.module.css'

interface CaptionRowProps {
  readonly field: CaptionField
  readonly number: number
  /** Those that the new ones replace; null for a caption with a place of its own. */
  readonly oldWords: string | null
  /** Words that a template has had here; null elsewhere. */
  readonly example: string | null
  readonly maxCharacters: number | null
  readonly problem: PlainProblem | null
  readonly onType: (text: string) => void
  readonly onFocus: () => void
  readonly onBlur: () => void
  readonly onKeep: (() => void) | null
  readonly onRemove: (() => void) | null
}

function hint({ field, maxCharacters }: CaptionRowProps): string | null {
  const nearlyFull = maxCharacters !== null && field.text.length > maxCharacters * 0.8
  return nearlyFull ? `${field.text.length} of ${maxCharacters} characters` : null
}

/** A field for new words, with what they replace. */
export function CaptionRow(props: CaptionRowProps) {
  const { field, number, oldWords, example, maxCharacters, problem, onType, onFocus, onBlur, onKeep, onRemove } = props
  return (
    <div className={classes.row}>
      <div className={classes.head}>
        <label htmlFor={fieldElementId(field.id)}>
          <b className={classes.number}>{number}</b>
          {oldWords === null ? (
            'Your words'
          ) : (
            <span className={classes.old}>
              Instead of <s>{oldWords}</s>
            </span>
          )}
        </label>
        {onKeep && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            className={classes.keep}
            leftSection={<IconLock size={14} aria-hidden="true" />}
            aria-label={`Keep the words “${oldWords}”`}
            onClick={onKeep}
          >
            Keep
          </Button>
        )}
        {onRemove && (
          <Tooltip label="Take this caption away">
            <ActionIcon
              variant="subtle"
              color="gray"
              className={classes.keep}
              aria-label={`Take caption ${number} away`}
              onClick={onRemove}
            >
              <IconX size={17} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      <Textarea
        id={fieldElementId(field.id)}
        autosize
        minRows={1}
        maxRows={5}
        size="md"
        value={field.text}
        placeholder={oldWords ?? (example || (number === 1 ? 'Words at the top' : 'More words'))}
        maxLength={maxCharacters ?? undefined}
        dir="auto"
        // The caption's own fonts stand in for scripts that the system has none for.
        styles={{ input: { fontFamily: `var(--font-text), ${fontFor('noto-sans', field.text).stack}, system-ui` } }}
        error={problem?.message}
        description={problem ? null : hint(props)}
        inputWrapperOrder={['input', 'error', 'description']}
        onChange={(event) => onType(event.currentTarget.value)}
        onFocus={onFocus}
        onBlur={onBlur}
      />
    </div>
  )
}
