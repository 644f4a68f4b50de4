import { VisuallyHidden } from '@mantine/core'
import { type Box, type BoxPx, toPx } from '#core/box'
import { boxStyle } from '../../create/boxStyle'
import { inkBox } from '../../create/inkBox'
import { flatWords, looseRegions, type Place } from '../../create/places'
import type { PreviewPlan } from '../../create/previewPlan'
import type { Region, Scene } from '../../create/scene'
import { KeptMark } from './KeptMark'
import { MarkLock } from './MarkLock'
import classes from './PlaceMarks.module.css'

interface PlaceMarksProps {
  readonly scene: Scene
  readonly plan: PreviewPlan
  readonly places: readonly Place[]
  readonly kept: readonly string[]
  /** Places that have new words: their boxes step back, so that the words can be seen. */
  readonly filled: readonly string[]
  readonly active: string | null
  readonly onEdit: (placeId: string) => void
  readonly onToggle: (regionIds: readonly string[]) => void
}

const idsOf = (regions: readonly Region[]): readonly string[] => regions.map(({ id }) => id)

/** A box of the picture, in pixels of the finished one. */
function onSheet(box: Box, { width, height }: Scene, { placement }: PreviewPlan): BoxPx {
  const px = toPx(box, width, height)
  return { ...px, yPx: px.yPx + placement.canvas.addTopPx }
}

/** Where words stand or will: a box each, turned as they are. The box leads to its field, its lock keeps the old words. */
export function PlaceMarks({ scene, plan, places, kept, filled, active, onEdit, onToggle }: PlaceMarksProps) {
  const { width, height } = plan.placement
  const styleOf = (box: BoxPx) => boxStyle(box, width, height)
  /** The new words once there are some, else the place. */
  const shownBox = ({ id, box }: Place): BoxPx => {
    const layout = plan.layouts[plan.fields.findIndex(({ placeId }) => placeId === id)]
    return layout ? inkBox(layout) : onSheet(box, scene, plan)
  }
  const empty = places.every(({ words }) => words === null)
  return (
    <ul className={classes.layer} aria-label={empty ? 'Places for words' : 'Words found on the picture'}>
      {places.map((place) =>
        place.kept ? (
          place.regions
            .filter(({ id }) => kept.includes(id))
            .map((region) => (
              <KeptMark
                key={region.id}
                region={region}
                number={place.number}
                style={styleOf(onSheet(region.box, scene, plan))}
                onToggle={() => onToggle([region.id])}
              />
            ))
        ) : (
          <li
            key={place.id}
            className={classes.place}
            data-filled={filled.includes(place.id) || undefined}
            data-active={active === place.id || undefined}
            style={styleOf(shownBox(place))}
          >
            <button
              type="button"
              className={classes.box}
              aria-label={nameOf(place, scene)}
              onClick={() => onEdit(place.id)}
            />
            <span className={classes.number} aria-hidden="true">
              {place.number}
            </span>
            {place.words !== null && (
              <MarkLock words={place.words} kept={false} onToggle={() => onToggle(idsOf(place.regions))} />
            )}
          </li>
        ),
      )}
      {looseRegions(scene, places).map((region) =>
        kept.includes(region.id) ? (
          <KeptMark
            key={region.id}
            region={region}
            number={null}
            style={styleOf(onSheet(region.box, scene, plan))}
            onToggle={() => onToggle([region.id])}
          />
        ) : (
          <li
            key={region.id}
            className={classes.place}
            data-loose
            data-filled={plan.removed.length > 0 || undefined}
            style={styleOf(onSheet(region.box, scene, plan))}
          >
            {plan.removed.length === 0 && <span className={classes.box} />}
            <MarkLock words={flatWords([region])} kept={false} onToggle={() => onToggle([region.id])} />
          </li>
        ),
      )}
      {scene.own.map((region) => (
        <li key={region.id} className={classes.place} data-own style={styleOf(onSheet(region.box, scene, plan))}>
          <span className={classes.box} title="Belongs to the template: it stays">
            <VisuallyHidden>{`“${flatWords([region])}” belongs to the template and stays.`}</VisuallyHidden>
          </span>
        </li>
      ))}
    </ul>
  )
}

function nameOf({ words, number }: Place, { boxes }: Scene): string {
  if (words === null) return `Type words for place ${number}`
  return boxes ? `Type words for place ${number}, instead of “${words}”` : `Type new words for “${words}”`
}
