import type { CSSProperties } from 'react'
import type { PreviewPlan } from '../../create/previewPlan'
import classes from './RegionBoxes.module.css'

const percent = (fraction: number): string => `${fraction * 100}%`

/** Where the words of the field that has the focus stand, when no old words mark the place. */
export function ActivePlace({ plan, fieldId }: { readonly plan: PreviewPlan; readonly fieldId: string | null }) {
  const { width, height, places } = plan.placement
  const index = plan.fields.findIndex(({ id }) => id === fieldId)
  const place = places[index]
  if (!place || place.regionId !== null) return null
  const { xPx, yPx, widthPx, heightPx, angle } = plan.layouts[index]?.box ?? place.box
  const style: CSSProperties = {
    left: percent(xPx / width),
    top: percent(yPx / height),
    width: percent(widthPx / width),
    height: percent(heightPx / height),
    rotate: `${angle}deg`,
  }
  return <div className={classes.activePlace} style={style} />
}
