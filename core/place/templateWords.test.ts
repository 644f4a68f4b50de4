import { expect, test } from 'vitest'
import type { TextRegion } from '../text'
import { withoutTemplateWords } from './templateWords'

const lineAt = (text: string, y: number, x = 0.2) => ({
  text,
  confidence: 1,
  box: { x, y, width: 0.4, height: 0.1, angle: 0 },
})
const regions: readonly TextRegion[] = [
  { id: '0', text: 'SIGN', box: lineAt('', 0.1).box, lines: [lineAt('SIGN', 0.1)] },
  {
    id: '1',
    text: 'OWN\nADDED\nMORE',
    box: { x: 0.1, y: 0.5, width: 0.5, height: 0.34, angle: 0 },
    lines: [lineAt('OWN', 0.5), lineAt('ADDED', 0.62), lineAt('MORE', 0.74, 0.1)],
  },
  { id: '2', text: 'CAPTION', box: lineAt('', 0.9).box, lines: [lineAt('CAPTION', 0.9)] },
]

test('captions lose the lines that the template has, and go when nothing is left', () => {
  const left = withoutTemplateWords(regions, ({ text }) => text === 'SIGN' || text === 'OWN')
  expect(left.map(({ id, text }) => [id, text])).toEqual([
    ['1', 'ADDED\nMORE'],
    ['2', 'CAPTION'],
  ])
  expect(left[0]!.box.y).toBeCloseTo(0.62)
  expect(left[0]!.box.height).toBeCloseTo(0.22)
  expect(left[0]!.box.width).toBeCloseTo(0.5)
  expect(left[1]).toBe(regions[2])
})
