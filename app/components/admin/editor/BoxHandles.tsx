import { useMediaQuery } from '@mantine/hooks'
import type { KonvaEventObject } from 'konva/lib/Node'
import { Circle, Line } from 'react-konva/lib/ReactKonvaCore'
import type { BoxPx } from '#core/box'
import { handleCursor } from '../../../curate/geometry/handleCursor'
import { placeOn, turned } from '../../../curate/geometry/point'
import { type Handle, handles } from '../../../curate/geometry/resizeBox'
import { setCursor } from './setCursor'

interface BoxHandlesProps {
  readonly box: BoxPx
  /** CSS pixels per pixel of the picture. */
  readonly scale: number
}

/** Edges shorter than `edge`, or those of boxes thinner than `inside`, have handles at their ends alone: the box must be left to be held. CSS pixels. */
const roomForMiddle = { edge: 46, inside: { coarse: 64, fine: 30 } }
/** From the upper edge to the handle that turns, in CSS pixels. */
const stemPx = 26
const ink = '#16140f'

/** Handles of the chosen box: eight to resize it, one on a stem to turn it. Larger for fingers. */
export function BoxHandles({ box, scale }: BoxHandlesProps) {
  const coarse = useMediaQuery('(pointer: coarse)')
  const unit = 1 / scale
  const look = {
    radius: (coarse ? 9 : 6) * unit,
    fill: '#ffffff',
    stroke: ink,
    strokeWidth: 2,
    strokeScaleEnabled: false,
    hitStrokeWidth: coarse ? 24 : 8,
  }
  const inside = coarse ? roomForMiddle.inside.coarse : roomForMiddle.inside.fine
  const [widthPx, heightPx] = [box.widthPx * scale, box.heightPx * scale]
  const shown = ({ across, down }: Handle) => {
    if (across !== 0 && down !== 0) return true
    const [edge, depth] = across === 0 ? [widthPx, heightPx] : [heightPx, widthPx]
    return edge >= roomForMiddle.edge && depth >= inside
  }
  const stem = turned({ xPx: 0, yPx: -stemPx * unit }, box.angle)
  const top = placeOn(box, 0, -1)
  const turner = { xPx: top.xPx + stem.xPx, yPx: top.yPx + stem.yPx }
  const cursor = (name: string) => ({
    onMouseEnter: (event: KonvaEventObject<MouseEvent>) => setCursor(event, name),
    onMouseLeave: (event: KonvaEventObject<MouseEvent>) => setCursor(event, ''),
  })
  return (
    <>
      <Line
        points={[top.xPx, top.yPx, turner.xPx, turner.yPx]}
        stroke={ink}
        strokeWidth={4}
        strokeScaleEnabled={false}
        listening={false}
      />
      <Line
        points={[top.xPx, top.yPx, turner.xPx, turner.yPx]}
        stroke="#ffd60a"
        strokeWidth={2}
        strokeScaleEnabled={false}
        listening={false}
      />
      <Circle {...look} {...cursor('grab')} name="turner" x={turner.xPx} y={turner.yPx} fill="#ffd60a" />
      {handles.filter(shown).map((handle) => {
        const { xPx, yPx } = placeOn(box, handle.across, handle.down)
        const name = handleCursor(handle, box.angle)
        return (
          <Circle
            key={`${handle.across} ${handle.down}`}
            {...look}
            {...cursor(name)}
            name="handle"
            handle={handle}
            x={xPx}
            y={yPx}
          />
        )
      })}
    </>
  )
}
