import type { RecognitionUse } from '#core/recognition'
import { eachOnce, type Match } from '../../create/matches'
import { pictureOf } from '../../create/scene'
import type { ImageFieldsFragment } from '../../generated/graphql'
import classes from './Recognition.module.css'
import { TemplateNames } from './TemplateNames'

interface RecognitionPickerProps {
  readonly match: Match
  readonly matches: readonly Match[]
  readonly use: RecognitionUse
  /** The picture that was brought. */
  readonly own: ImageFieldsFragment | null
  readonly onUse: (use: RecognitionUse) => void
}

const what: Readonly<Record<RecognitionUse, string>> = {
  RESTORE: 'Your picture stays. What was under its old words comes from the template.',
  CLEAN_TEMPLATE: 'The template’s own clean picture takes the place of yours.',
  IGNORE: 'As if it were not known: under old words, your picture is continued.',
}

/** What a recognised template is used for. */
export function RecognitionPicker({ match, matches, use, own, onUse }: RecognitionPickerProps) {
  const { template, style } = match
  const others = eachOnce(matches).filter(({ name }) => name !== match.name)
  const options = [
    { value: 'RESTORE', label: 'Restore mine', image: own },
    ...(template
      ? [{ value: 'CLEAN_TEMPLATE', label: 'Clean template', image: pictureOf(template, style).thumbnail } as const]
      : []),
    { value: 'IGNORE', label: 'Ignore it', image: null },
  ] as const
  return (
    <fieldset className={classes.picker}>
      <legend>What the template is for</legend>
      <div className={classes.cards}>
        {options.map(({ value, label, image }) => (
          <label key={value} className={classes.card}>
            <input
              type="radio"
              name="recognition"
              value={value}
              checked={use === value}
              aria-describedby={use === value ? 'recognition-what' : undefined}
              onChange={() => onUse(value)}
            />
            <span className={classes.thumb} data-empty={image === null || undefined} aria-hidden="true">
              {/* biome-ignore lint/performance/noImgElement: content-addressed and cached for ever; no optimiser in front */}
              {image ? <img src={image.url} alt="" /> : '?'}
            </span>
            {label}
          </label>
        ))}
      </div>
      <p id="recognition-what">{what[use]}</p>
      {others.length > 0 && (
        <p className={classes.others}>
          Could also be <TemplateNames matches={others} />.
        </p>
      )}
    </fieldset>
  )
}
