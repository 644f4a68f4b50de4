import type { BoxPx } from '#core/box'
import { type Box, fromPx } from '#core/box'
import { type CaptionStyle, defaultStyle } from '#core/style'
import type { TemplateBox } from '#core/template'
import type { Size } from './geometry/moveBox'

/** A box while it is edited; its id is known to this page alone, so that it stays itself when the order changes. */
export interface EditedBox extends TemplateBox {
  readonly id: string
}

/** What somebody does to the boxes of a template. */
export type BoxesChange =
  | { readonly kind: 'add'; readonly id: string; readonly box: Box }
  | { readonly kind: 'place'; readonly id: string; readonly box: Box }
  | { readonly kind: 'style'; readonly id: string; readonly style: Partial<CaptionStyle> }
  | { readonly kind: 'styleAll'; readonly like: string }
  | { readonly kind: 'example'; readonly id: string; readonly example: string }
  | { readonly kind: 'duplicate'; readonly id: string; readonly as: string }
  | { readonly kind: 'delete'; readonly id: string }
  /** To the place `to` in the order of captions, counted from 0. */
  | { readonly kind: 'order'; readonly id: string; readonly to: number }

/** How far a copy lies from what it was made of, as a fraction of the picture. */
const copyOffset = 0.03

const placedCopy = (box: Box): Box => ({
  ...box,
  x: box.x + box.width / 2 + copyOffset <= 1 ? box.x + copyOffset : box.x - copyOffset,
  y: box.y + box.height / 2 + copyOffset <= 1 ? box.y + copyOffset : box.y - copyOffset,
})

function ordered(boxes: readonly EditedBox[], id: string, to: number): readonly EditedBox[] {
  const moved = boxes.find((box) => box.id === id)
  if (!moved) return boxes
  const rest = boxes.filter((box) => box !== moved)
  const at = Math.min(Math.max(to, 0), rest.length)
  return [...rest.slice(0, at), moved, ...rest.slice(at)]
}

/** The boxes after one change. A new box looks like the last one: a template's captions mostly look alike. */
export function changeBoxes(boxes: readonly EditedBox[], change: BoxesChange): readonly EditedBox[] {
  const one = (id: string, values: Partial<EditedBox>) =>
    boxes.map((box) => (box.id === id ? { ...box, ...values } : box))
  const named = (id: string) => boxes.find((box) => box.id === id)
  switch (change.kind) {
    case 'add':
      return [...boxes, { id: change.id, box: change.box, style: boxes.at(-1)?.style ?? defaultStyle, example: '' }]
    case 'place':
      return one(change.id, { box: change.box })
    case 'style':
      return boxes.map((box) => (box.id === change.id ? { ...box, style: { ...box.style, ...change.style } } : box))
    case 'styleAll': {
      const style = named(change.like)?.style
      return style ? boxes.map((box) => ({ ...box, style })) : boxes
    }
    case 'example':
      return one(change.id, { example: change.example })
    case 'duplicate': {
      const from = named(change.id)
      return from ? [...boxes, { ...from, id: change.as, box: placedCopy(from.box) }] : boxes
    }
    case 'delete':
      return boxes.filter(({ id }) => id !== change.id)
    case 'order':
      return ordered(boxes, change.id, change.to)
  }
}

/** Changes with the same key in a row are one step of undo: letters of one example, steps of one slider. */
export function stepOf(change: BoxesChange): string | null {
  if (change.kind === 'example') return `example ${change.id}`
  return change.kind === 'style' ? `style ${change.id} ${Object.keys(change.style).join()}` : null
}

/** Fractions finer than this are below any pixel: four decimals, so that numbers stay readable. */
const tidy = (value: number): number => Math.round(value * 1e4) / 1e4 + 0

/** Whether two boxes lie in the same place. */
export const sameBox = (one: Box, other: Box): boolean =>
  one.x === other.x &&
  one.y === other.y &&
  one.width === other.width &&
  one.height === other.height &&
  one.angle === other.angle

/** A box as it is stored. @param picture its size in pixels */
export function storedBox(box: BoxPx, picture: Size): Box {
  const { x, y, width, height, angle } = fromPx(box, picture.width, picture.height)
  return { x: tidy(x), y: tidy(y), width: tidy(width), height: tidy(height), angle }
}
