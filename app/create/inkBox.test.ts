import { expect, it } from 'vitest'
import type { CaptionLayout } from '#core/lettering/types'
import { inkBox } from './inkBox'

const layout = (angle: number): CaptionLayout => ({
  lines: [{ text: 'words', direction: 'ltr', xPx: 10, yPx: 20, widthPx: 60 }],
  font: { stack: 'any', weight: 400 },
  fontPx: 50,
  color: '#ffffff',
  outlineColor: '#000000',
  outlineWidthPx: 5,
  box: { xPx: 100, yPx: 100, widthPx: 200, heightPx: 100, angle },
})

it('stands close around the words', () => {
  expect(inkBox(layout(0))).toEqual({ xPx: 205, yPx: 125, widthPx: 70, heightPx: 56, angle: 0 })
})

it('turns with them about the centre of their place', () => {
  const turned = inkBox(layout(90))
  expect(turned.angle).toBe(90)
  // 40 to the right and 3 below of the centre (200, 150) becomes 3 to the left and 40 below.
  expect(turned.xPx + turned.widthPx / 2).toBeCloseTo(197)
  expect(turned.yPx + turned.heightPx / 2).toBeCloseTo(190)
})
