import type { TemplateFieldsFragment } from '../../generated/graphql'
import classes from './VariantPicker.module.css'

interface VariantPickerProps {
  readonly pictures: TemplateFieldsFragment['pictures']
  /** The style of the picture that is shown. */
  readonly chosen: string
  readonly onChoose: (style: string) => void
}

/** The other pictures that a template has; nothing where it has one only. */
export function VariantPicker({ pictures, chosen, onChoose }: VariantPickerProps) {
  if (pictures.length < 2) return null
  return (
    <fieldset className={classes.variants}>
      <legend>Which picture</legend>
      <div>
        {pictures.map(({ style, thumbnail }) => (
          <button key={style} type="button" aria-pressed={style === chosen} onClick={() => onChoose(style)}>
            {/* biome-ignore lint/performance/noImgElement: content-addressed and cached for ever; no optimiser in front */}
            <img src={thumbnail.url} alt="" width={thumbnail.width} height={thumbnail.height} loading="lazy" />
            <span>{style}</span>
          </button>
        ))}
      </div>
    </fieldset>
  )
}
