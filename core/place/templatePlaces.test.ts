import { expect, it } from 'vitest'
import { defaultStyle } from '../style'
import { templatePlaces } from './templatePlaces'

const boxes = [
  { box: { x: 0.1, y: 0.2, width: 0.5, height: 0.25, angle: 12 }, style: { ...defaultStyle, verticalAlign: 'top' } },
  { box: { x: 0.5, y: 0.6, width: 0.4, height: 0.3, angle: 0 }, style: defaultStyle },
] as const

it('puts each caption into its own box, in pixels, and lets it spread no further', () => {
  const { places, width, height } = templatePlaces(boxes, ['one', 'two'], 800, 400)
  expect([width, height]).toEqual([800, 400])
  expect(places[0]).toMatchObject({
    kind: 'template',
    box: { xPx: 80, yPx: 80, widthPx: 400, heightPx: 100, angle: 12 },
    verticalAlign: 'top',
    maxFontPx: 68,
  })
  expect(places[0]!.room).toEqual(places[0]!.box)
  expect(places[1]).toMatchObject({ box: { xPx: 400, yPx: 240 }, verticalAlign: 'middle' })
})

it('leaves boxes without words empty', () => {
  expect(templatePlaces(boxes, ['  ', 'two'], 800, 400).places.map((place) => place?.kind)).toEqual([
    undefined,
    'template',
  ])
  expect(templatePlaces(boxes, ['one'], 800, 400).places).toHaveLength(1)
})
