import { expect, test } from 'vitest'
import { drawnBox } from './drawnBox'
import { gestureBox } from './gesture'
import { keyedBox } from './keyedBox'
import { moveBox } from './moveBox'
import { boundsOf, placeOn } from './point'
import { handles, resizeBox } from './resizeBox'
import { snapLines, snapMoved, snapResized } from './snap'
import { tidyAngle, turnBox } from './turnBox'

const picture = { width: 1000, height: 800 }
const box = { xPx: 100, yPx: 200, widthPx: 300, heightPx: 100, angle: 0 }
const plainKey = { shiftKey: false, altKey: false }

test.each([0, 30, 90, -135])('pulling any handle of a box at %i° leaves the opposite place where it is', (angle) => {
  const turnedBox = { ...box, xPx: 350, yPx: 350, angle }
  for (const handle of handles) {
    const fixed = placeOn(turnedBox, -handle.across, -handle.down)
    const place = placeOn(turnedBox, handle.across, handle.down)
    const after = resizeBox(turnedBox, handle, { xPx: place.xPx + 17, yPx: place.yPx - 9 }, picture)
    const stayed = placeOn(after, -handle.across, -handle.down)
    expect(stayed.xPx).toBeCloseTo(fixed.xPx, 6)
    expect(stayed.yPx).toBeCloseTo(fixed.yPx, 6)
    expect(after.angle).toBe(angle)
    if (handle.across === 0) expect(after.widthPx).toBe(300)
    if (handle.down === 0) expect(after.heightPx).toBe(100)
  }
})

test('a corner follows the hand, also on a turned box', () => {
  const turnedBox = { ...box, xPx: 350, yPx: 350, angle: 40 }
  const after = resizeBox(turnedBox, { across: 1, down: 1 }, { xPx: 700, yPx: 620 }, picture)
  const corner = placeOn(after, 1, 1)
  expect(corner.xPx).toBeCloseTo(700, 6)
  expect(corner.yPx).toBeCloseTo(620, 6)
})

test('a corner keeps the shape when asked, and nothing gets smaller than the API takes', () => {
  const wide = resizeBox(box, { across: 1, down: 1 }, { xPx: 700, yPx: 250 }, picture, true)
  expect(wide.widthPx / wide.heightPx).toBeCloseTo(3, 6)
  expect(wide.widthPx).toBeCloseTo(600, 6)
  const tiny = resizeBox(box, { across: 1, down: 1 }, { xPx: -50, yPx: -50 }, picture)
  expect([tiny.widthPx, tiny.heightPx]).toEqual([20, 16])
  expect([tiny.xPx, tiny.yPx]).toEqual([100, 200])
})

test('a moved box stays with its middle on the picture', () => {
  expect(moveBox(box, -900, 5, picture)).toMatchObject({ xPx: -150, yPx: 205 })
  expect(moveBox(box, 0, 9000, picture)).toMatchObject({ xPx: 100, yPx: 750 })
})

test('a box turns with the hand and falls onto usual angles', () => {
  const top = placeOn(box, 0, -1)
  const right = placeOn(box, 1, 0)
  expect(turnBox(box, top, right, false).angle).toBe(90)
  const near = { xPx: right.xPx, yPx: right.yPx - 5 }
  expect(turnBox(box, top, near, true).angle).toBe(90)
  expect(turnBox(box, top, near, false).angle).toBeCloseTo(88.1, 1)
  expect([tidyAngle(190), tidyAngle(-180), tidyAngle(540), tidyAngle(-0.04)]).toEqual([-170, 180, 180, 0])
})

test('a box falls onto edges and middles of the picture and of other boxes', () => {
  const other = { xPx: 500, yPx: 600, widthPx: 200, heightPx: 100, angle: 0 }
  const lines = snapLines(picture, [other])
  const left = snapMoved({ ...box, xPx: 4, yPx: 290 }, lines, 8)
  expect(left.box).toMatchObject({ xPx: 0, yPx: 290 })
  expect(left.guides).toEqual([{ axis: 'x', atPx: 0 }])
  const middle = snapMoved({ ...box, xPx: 347, yPx: 352 }, lines, 8)
  expect(middle.box).toMatchObject({ xPx: 350, yPx: 350 })
  const beside = snapMoved({ ...box, xPx: 203, yPx: 505 }, lines, 8)
  expect(beside.box).toMatchObject({ xPx: 200, yPx: 500 })
  expect(beside.guides).toEqual([
    { axis: 'x', atPx: 500 },
    { axis: 'y', atPx: 600 },
  ])
  expect(snapMoved({ ...box, xPx: 220, yPx: 230 }, lines, 8)).toEqual({
    box: { ...box, xPx: 220, yPx: 230 },
    guides: [],
  })
})

test('a turned box falls onto lines with its bounds', () => {
  const upright = { xPx: 10, yPx: 300, widthPx: 300, heightPx: 100, angle: 90 }
  expect(boundsOf(upright).leftPx).toBeCloseTo(110, 6)
  const { box: snapped } = snapMoved({ ...upright, xPx: -95 }, snapLines(picture, []), 8)
  expect(boundsOf(snapped).leftPx).toBeCloseTo(0, 6)
})

test('a pulled edge falls onto a line; edges of turned boxes and too small boxes do not', () => {
  const lines = snapLines(picture, [])
  const right = { across: 1, down: 0 } as const
  const near = { ...box, widthPx: 397 }
  expect(snapResized(near, right, lines, 8, picture).box).toMatchObject({ xPx: 100, widthPx: 400 })
  const leftwards = snapResized({ ...box, xPx: 3 }, { across: -1, down: 0 }, lines, 8, picture)
  expect(leftwards.box).toMatchObject({ xPx: 0, widthPx: 303 })
  const turnedBox = { ...near, angle: 5 }
  expect(snapResized(turnedBox, right, lines, 8, picture).box).toBe(turnedBox)
  const thin = { ...box, xPx: 490, widthPx: 22, yPx: 250 }
  expect(snapResized(thin, right, { x: [505], y: [] }, 8, picture).box.widthPx).toBe(22)
})

test('a box is drawn between two points in any direction, cut to the picture', () => {
  expect(drawnBox({ xPx: 400, yPx: 300 }, { xPx: -50, yPx: 100 }, picture)).toEqual({
    xPx: 0,
    yPx: 100,
    widthPx: 400,
    heightPx: 200,
    angle: 0,
  })
  expect(drawnBox({ xPx: 400, yPx: 300 }, { xPx: 404, yPx: 500 }, picture)).toBeNull()
})

test('keys move, resize and turn', () => {
  const key = (name: string, more = {}) => keyedBox(box, { ...plainKey, key: name, ...more }, picture)
  expect(key('ArrowRight')).toMatchObject({ xPx: 101, yPx: 200 })
  expect(key('ArrowUp', { shiftKey: true })).toMatchObject({ xPx: 100, yPx: 190 })
  expect(key('ArrowRight', { altKey: true })).toMatchObject({ xPx: 100, widthPx: 301, heightPx: 100 })
  expect(key('ArrowUp', { altKey: true, shiftKey: true })).toMatchObject({ yPx: 200, widthPx: 300, heightPx: 90 })
  expect(key('[')?.angle).toBe(-1)
  expect(key('}', { shiftKey: true })?.angle).toBe(15)
  expect(key('a')).toBeNull()
})

test('gestures hold a box where it was taken, go straight when asked, and snap only when allowed', () => {
  const ground = { picture, others: [], reachPx: 8, straight: false }
  const move = { kind: 'move', box, from: { xPx: 150, yPx: 250 } } as const
  expect(gestureBox(move, { xPx: 53, yPx: 260 }, ground)?.box).toMatchObject({ xPx: 0, yPx: 210 })
  expect(gestureBox(move, { xPx: 53, yPx: 260 }, { ...ground, reachPx: 0 })?.box).toMatchObject({ xPx: 3, yPx: 210 })
  expect(gestureBox(move, { xPx: 200, yPx: 260 }, { ...ground, straight: true })?.box).toMatchObject({
    xPx: 150,
    yPx: 200,
  })
  // Taken hold of 2 px beside the corner, the corner does not jump to the hand.
  const resize = { kind: 'resize', box, handle: { across: 1, down: 1 }, from: { xPx: 402, yPx: 298 } } as const
  expect(gestureBox(resize, { xPx: 402, yPx: 298 }, ground)?.box).toMatchObject({ widthPx: 300, heightPx: 100 })
  const draw = { kind: 'draw', from: { xPx: 600, yPx: 600 } } as const
  expect(gestureBox(draw, { xPx: 601, yPx: 640 }, ground)).toBeNull()
  expect(gestureBox(draw, { xPx: 996, yPx: 700 }, ground)?.box).toMatchObject({ xPx: 600, widthPx: 400 })
  // The pointer may leave the picture while it draws.
  expect(gestureBox(draw, { xPx: 1300, yPx: 900 }, ground)?.box).toMatchObject({ widthPx: 400, heightPx: 200 })
})
