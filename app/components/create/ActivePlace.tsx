import { boxStyle } from '../../create/boxStyle'
import { inkBox } from '../../create/inkBox'
import type { PreviewPlan } from '../../create/previewPlan'
import classes from './PlaceMarks.module.css'

interface ActivePlaceProps {
  readonly plan: PreviewPlan
  readonly fieldId: string | null
}

/** Where the words of the field that has the focus stand, when no old words mark the place. */
export function ActivePlace({ plan, fieldId }: ActivePlaceProps) {
  const { width, height, places } = plan.placement
  const index = plan.fields.findIndex(({ id }) => id === fieldId)
  const [place, layout] = [places[index], plan.layouts[index]]
  if (!place || place.regionId !== null || place.kind === 'template') return null
  return <div className={classes.activePlace} style={boxStyle(layout ? inkBox(layout) : place.box, width, height)} />
}
