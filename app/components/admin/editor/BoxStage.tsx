'use client'

import 'konva/lib/shapes/Circle'
import 'konva/lib/shapes/Line'
import 'konva/lib/shapes/Rect'
import 'konva/lib/shapes/Text'
import type { KonvaEventObject } from 'konva/lib/Node'
import { useMemo, useRef } from 'react'
import { Layer, Stage } from 'react-konva/lib/ReactKonvaCore'
import { type BoxPx, toPx } from '#core/box'
import type { EditedBox } from '../../../curate/editedBox'
import type { Gesture } from '../../../curate/geometry/gesture'
import type { Size } from '../../../curate/geometry/moveBox'
import type { Handle } from '../../../curate/geometry/resizeBox'
import type { SetWords } from '../../../curate/planBoxes'
import type { Ground, HandAtWork } from '../../../hooks/useBoxGesture'
import { BoxHandles } from './BoxHandles'
import { BoxShape } from './BoxShape'
import { GuideLines } from './GuideLines'
import { WordsShape } from './WordsShape'

interface BoxStageProps {
  readonly picture: Size
  readonly boxes: readonly EditedBox[]
  readonly words: readonly SetWords[]
  readonly selected: string | null
  readonly hand: HandAtWork | null
  /** CSS pixels per pixel of the picture. */
  readonly scale: number
  /** Round the picture, in CSS pixels: handles at its edges need room. */
  readonly marginPx: number
  readonly onSelect: (id: string | null) => void
  readonly onGrab: (id: string | null, gesture: Gesture, ground: Ground, pointerId: number) => void
}

/** The boxes over the picture, to be taken hold of. Loaded on its own: Konva is for this alone. */
export default function BoxStage(props: BoxStageProps) {
  const { picture, boxes, words, selected, hand, scale, marginPx, onSelect, onGrab } = props
  const frame = useRef<HTMLDivElement>(null)
  const placed = useMemo(
    () => boxes.map((box): [EditedBox, BoxPx] => [box, toPx(box.box, picture.width, picture.height)]),
    [boxes, picture],
  )
  const held = placed.find(([{ id }]) => id === selected)?.[1]
  const ground = (): Ground => {
    const { left, top } = frame.current!.getBoundingClientRect()
    return {
      scale,
      toPicture: (clientX, clientY) => ({
        xPx: (clientX - left - marginPx) / scale,
        yPx: (clientY - top - marginPx) / scale,
      }),
    }
  }
  const pressed = ({ target, evt }: KonvaEventObject<PointerEvent>) => {
    if (evt.button !== 0 || !evt.isPrimary) return
    const touch = evt.pointerType === 'touch'
    const area = ground()
    const from = area.toPicture(evt.clientX, evt.clientY)
    const grab = (id: string | null, gesture: Gesture) => onGrab(id, gesture, area, evt.pointerId)
    if (target.name() === 'box') {
      const id = target.id()
      // A finger scrolls the page over boxes that are not chosen; a tap chooses one.
      if (touch && id !== selected) return
      onSelect(id)
      const [, box] = placed.find(([one]) => one.id === id)!
      grab(id, { kind: 'move', box, from })
    } else if (target.name() === 'handle' && held) {
      grab(selected, { kind: 'resize', box: held, handle: target.attrs.handle as Handle, from })
    } else if (target.name() === 'turner' && held) {
      grab(selected, { kind: 'turn', box: held, from })
    } else if (!touch) {
      onSelect(null)
      grab(null, { kind: 'draw', from })
    }
  }
  const tapped = ({ target, evt }: KonvaEventObject<PointerEvent>) => {
    if (evt.pointerType !== 'touch') return
    if (target.name() === 'box') onSelect(target.id())
    else if (target === target.getStage()) onSelect(null)
  }
  return (
    <div ref={frame}>
      <Stage
        width={picture.width * scale + 2 * marginPx}
        height={picture.height * scale + 2 * marginPx}
        onPointerDown={pressed}
        onPointerClick={tapped}
      >
        <Layer x={marginPx} y={marginPx} scaleX={scale} scaleY={scale} listening={false}>
          {words.map(({ layout }, index) => layout && <WordsShape key={boxes[index]?.id} layout={layout} />)}
        </Layer>
        <Layer x={marginPx} y={marginPx} scaleX={scale} scaleY={scale}>
          {placed.map(([{ id }, box], index) => (
            <BoxShape
              key={id}
              id={id}
              box={box}
              number={index + 1}
              chosen={id === selected}
              wrong={words[index]?.problem != null}
              scale={scale}
            />
          ))}
          {hand?.id === null && (
            <BoxShape id="" box={hand.box} number={boxes.length + 1} chosen wrong={false} scale={scale} />
          )}
          <GuideLines guides={hand?.guides ?? []} picture={picture} />
          {held && <BoxHandles box={held} scale={scale} />}
        </Layer>
      </Stage>
    </div>
  )
}
