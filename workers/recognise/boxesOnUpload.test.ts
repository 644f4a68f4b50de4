import { describe, expect, it } from 'vitest'
import type { Box } from '#core/box'
import { type CaptionStyle, defaultStyle } from '#core/style'
import { boxesOnUpload } from '#workers/recognise/boxesOnUpload'
import type { Transform } from '#workers/recognise/transform'

const template = { width: 400, height: 200 }
const identity: Transform = { scaleX: 1, scaleY: 1, offsetX: 0, offsetY: 0 }
const boxAt = (box: Partial<Box>, style: Partial<CaptionStyle> = {}) => ({
  box: { x: 0.1, y: 0.1, width: 0.4, height: 0.2, angle: 0, ...box },
  style: { ...defaultStyle, ...style },
  example: 'so',
})

function expectBox(actual: Box | undefined, expected: Partial<Box>): void {
  for (const [key, value] of Object.entries(expected)) expect(actual?.[key as keyof Box], key).toBeCloseTo(value, 5)
}

describe('boxesOnUpload', () => {
  it('keeps boxes where the upload is the template', () => {
    const given = [boxAt({}), boxAt({ angle: 30 }), boxAt({ x: -0.02 })]
    const { boxes, leftOut } = boxesOnUpload(given, template, template, identity)
    expect(leftOut).toBe(0)
    for (const [k, { box }] of boxes.entries()) expectBox(box, given[k]!.box)
    expect(boxes[0]).toMatchObject({ style: defaultStyle, example: 'so' })
  })

  it('follows size and place: a template under a bar', () => {
    const transform = { scaleX: 2, scaleY: 2, offsetX: 0, offsetY: 100 }
    const { boxes } = boxesOnUpload([boxAt({})], template, { width: 800, height: 500 }, transform)
    expectBox(boxes[0]?.box, { x: 0.1, y: (100 + 40) / 500, width: 0.4, height: 80 / 500 })
  })

  it('mirrors place, turn and side, but not the lettering', () => {
    const transform = { ...identity, scaleX: -1, offsetX: template.width }
    const { boxes } = boxesOnUpload([boxAt({ angle: 20 }, { align: 'left' })], template, template, transform)
    expectBox(boxes[0]?.box, { x: 0.5, y: 0.1, width: 0.4, height: 0.2, angle: -20 })
    expect(boxes[0]?.style.align).toBe('right')
  })

  it('cuts off what lies beyond the edge, and leaves out what lies mostly there', () => {
    const crop = { ...identity, offsetX: -80, offsetY: -10 }
    const given = [boxAt({}), boxAt({ x: 0, width: 0.25 }), boxAt({ x: 0.5 })]
    const { boxes, leftOut } = boxesOnUpload(given, template, { width: 300, height: 180 }, crop)
    expect(leftOut).toBe(1)
    expectBox(boxes[0]?.box, { x: 0, y: 10 / 180, width: 120 / 300, height: 40 / 180 })
    expectBox(boxes[1]?.box, { x: 120 / 300 })
  })

  it('cuts a turned box off in its own directions', () => {
    const given = [boxAt({ x: 0.1, y: 0.3, width: 0.6, height: 0.1, angle: 10 })]
    const crop = { ...identity, offsetX: -80 }
    const { boxes } = boxesOnUpload(given, template, { width: 320, height: 200 }, crop)
    const { x, y, width, height, angle } = boxes[0]!.box
    expect(angle).toBe(10)
    const [cx, cy] = [(x + width / 2) * 320, (y + height / 2) * template.height]
    const [halfWidth, halfHeight] = [(width * 320) / 2, (height * template.height) / 2]
    const radians = (10 * Math.PI) / 180
    const corners = [-1, 1].flatMap((u) =>
      [-1, 1].map((v) => [
        cx + u * halfWidth * Math.cos(radians) - v * halfHeight * Math.sin(radians),
        cy + u * halfWidth * Math.sin(radians) + v * halfHeight * Math.cos(radians),
      ]),
    )
    expect(Math.min(...corners.map(([left]) => left!))).toBeCloseTo(0, 5)
    expectBox(boxes[0]?.box, { height: 0.1 })
  })

  it('leaves out a box that is wholly elsewhere', () => {
    expect(boxesOnUpload([boxAt({})], template, template, { ...identity, offsetX: 1000 })).toEqual({
      boxes: [],
      leftOut: 1,
    })
  })
})
