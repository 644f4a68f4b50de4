import { IconLock, IconLockOpen2 } from '@tabler/icons-react'
import { type BoxPx, toPx } from '#core/box'
import { boxStyle } from '../../create/boxStyle'
import { inkBox } from '../../create/inkBox'
import type { PreviewPlan } from '../../create/previewPlan'
import type { Analysis } from '../../hooks/usePicture'
import classes from './RegionBoxes.module.css'

interface RegionBoxesProps {
  readonly analysis: Analysis
  readonly plan: PreviewPlan
  readonly kept: readonly string[]
  /** Places that have new words: their boxes step back, so that the words can be seen. */
  readonly filled: readonly string[]
  readonly active: string | null
  /** They are a template's boxes: places without words of their own. */
  readonly empty: boolean
  readonly onEdit: (regionId: string) => void
  readonly onToggle: (regionId: string) => void
}

/** Where the words stand: the new ones once there are some, else the old ones. In pixels of the finished picture. */
function shownBox(region: Analysis['regions'][number], analysis: Analysis, plan: PreviewPlan): BoxPx {
  const layout = plan.layouts[plan.fields.findIndex(({ regionId }) => regionId === region.id)]
  if (layout) return inkBox(layout)
  const old = toPx(region.box, analysis.width, analysis.height)
  return { ...old, yPx: old.yPx + plan.placement.canvas.addTopPx }
}

/** Where the words were found: a box each, turned as they are. The box leads to its field, its lock keeps the words. */
export function RegionBoxes({ analysis, plan, kept, filled, active, empty, onEdit, onToggle }: RegionBoxesProps) {
  const { width, height } = plan.placement
  return (
    <ul className={classes.layer} aria-label={empty ? 'Places for words' : 'Words found on the picture'}>
      {analysis.regions.map((region, index) => {
        const isKept = kept.includes(region.id)
        const words = region.text.replaceAll('\n', ' ')
        return (
          <li
            key={region.id}
            className={classes.place}
            data-kept={isKept || undefined}
            data-filled={filled.includes(region.id) || undefined}
            data-active={active === region.id || undefined}
            style={boxStyle(shownBox(region, analysis, plan), width, height)}
          >
            <button
              type="button"
              className={classes.box}
              aria-label={
                empty
                  ? `Type words for place ${index + 1}`
                  : isKept
                    ? `“${words}” stay. Replace them`
                    : `Type new words for “${words}”`
              }
              onClick={() => (isKept ? onToggle(region.id) : onEdit(region.id))}
            />
            <span className={classes.number} aria-hidden="true">
              {index + 1}
            </span>
            {!empty && (
              <button
                type="button"
                className={classes.lock}
                aria-pressed={isKept}
                aria-label={`Keep the words “${words}”`}
                title={isKept ? 'These words stay. Click to replace them' : 'Keep these words'}
                onClick={() => onToggle(region.id)}
              >
                {isKept ? <IconLock size={15} stroke={2.4} /> : <IconLockOpen2 size={15} stroke={2.4} />}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
