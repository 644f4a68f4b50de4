import type { KonvaEventObject } from 'konva/lib/Node'
import { Group, Rect, Text } from 'react-konva/lib/ReactKonvaCore'
import type { BoxPx } from '#core/box'
import { setCursor } from './setCursor'

interface BoxShapeProps {
  readonly id: string
  readonly box: BoxPx
  /** In the order of captions, counted from 1. */
  readonly number: number
  readonly chosen: boolean
  /** Its words do not fit. */
  readonly wrong: boolean
  /** CSS pixels per pixel of the picture. */
  readonly scale: number
}

const labelPx = 20
const ink = '#16140f'

/** One box: its edge in two colours, so that it shows on any picture, and its number. */
export function BoxShape({ id, box, number, chosen, wrong, scale }: BoxShapeProps) {
  const colour = wrong ? '#ff4d4d' : '#ffd60a'
  const { xPx, yPx, widthPx: width, heightPx: height, angle: rotation } = box
  const centre = { x: xPx + width / 2, y: yPx + height / 2, offsetX: width / 2, offsetY: height / 2, rotation }
  const unit = 1 / scale
  const line = { width, height, strokeScaleEnabled: false, perfectDrawEnabled: false, cornerRadius: 3 * unit }
  return (
    <Group {...centre}>
      <Rect
        {...line}
        name="box"
        id={id}
        stroke={ink}
        strokeWidth={chosen ? 5 : 4}
        opacity={0.8}
        preventDefault={chosen}
        onMouseEnter={(event: KonvaEventObject<MouseEvent>) => setCursor(event, 'move')}
        onMouseLeave={(event: KonvaEventObject<MouseEvent>) => setCursor(event, '')}
        hitFunc={(context, shape) => {
          context.beginPath()
          context.rect(0, 0, width, height)
          context.closePath()
          context.fillStrokeShape(shape)
        }}
        fill="rgba(0,0,0,0)"
      />
      <Rect {...line} stroke={colour} strokeWidth={2} dash={chosen ? [] : [7, 4]} listening={false} />
      <Rect
        y={-labelPx * unit}
        width={labelPx * unit}
        height={labelPx * unit}
        fill={colour}
        stroke={ink}
        strokeWidth={1.5}
        strokeScaleEnabled={false}
        cornerRadius={[6 * unit, 6 * unit, 0, 0]}
        listening={false}
      />
      <Text
        y={-labelPx * unit}
        text={String(number)}
        width={labelPx * unit}
        height={labelPx * unit}
        align="center"
        verticalAlign="middle"
        fontSize={13 * unit}
        fontStyle="800"
        fontFamily="system-ui, sans-serif"
        fill={ink}
        listening={false}
      />
    </Group>
  )
}
