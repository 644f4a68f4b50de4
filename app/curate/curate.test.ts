import { expect, test } from 'vitest'
import { defaultStyle } from '#core/style'
import { boxInput, editedBoxes } from './apiBox'
import { changeBoxes, type EditedBox } from './editedBox'
import { fieldList, fieldName } from './fieldName'
import { mergeDrafts, withFields } from './mergeDrafts'
import { newPlace } from './newPlace'
import { previewWords } from './previewWords'
import { changedFields, changedInput, type TemplateDraft } from './templateDraft'

const place = { x: 0.1, y: 0.2, width: 0.3, height: 0.1, angle: 0 }
const box = (id: string): EditedBox => ({ id, box: place, style: defaultStyle, example: id })
const ids = (boxes: readonly EditedBox[]) => boxes.map(({ id }) => id)
const image = { url: '/images/a.png', width: 10, height: 10 }
const draft: TemplateDraft = {
  name: 'A name',
  slug: 'a-name',
  aliases: [],
  keywords: ['one'],
  description: '',
  source: '',
  licence: '',
  boxes: [box('a'), box('b')],
  pictures: [{ style: 'default', pictureId: 'p1', pictureJobId: null, image, thumbnail: image, frames: 1 }],
}

test('boxes keep their order and take their look along', () => {
  const three = [box('a'), box('b'), box('c')]
  expect(ids(changeBoxes(three, { kind: 'order', id: 'a', to: 2 }))).toEqual(['b', 'c', 'a'])
  expect(ids(changeBoxes(three, { kind: 'order', id: 'c', to: -5 }))).toEqual(['c', 'a', 'b'])
  expect(ids(changeBoxes(three, { kind: 'delete', id: 'b' }))).toEqual(['a', 'c'])
  const red = changeBoxes(three, { kind: 'style', id: 'c', style: { color: '#ff0000' } })
  expect(changeBoxes(red, { kind: 'add', id: 'd', box: place }).at(-1)?.style.color).toBe('#ff0000')
  expect(changeBoxes(red, { kind: 'styleAll', like: 'c' }).every(({ style }) => style.color === '#ff0000')).toBe(true)
})

test('a copy lies beside what it was made of, also at the far corner', () => {
  const [, copy] = changeBoxes([box('a')], { kind: 'duplicate', id: 'a', as: 'b' })
  expect(copy).toMatchObject({ id: 'b', example: 'a', box: { x: 0.13, width: 0.3 } })
  const far = { ...box('a'), box: { ...place, x: 0.84, y: 0.95 } }
  const [, back] = changeBoxes([far], { kind: 'duplicate', id: 'a', as: 'b' })
  expect(back!.box.x).toBeCloseTo(0.81)
  expect(back!.box.y).toBeCloseTo(0.92)
})

test('a box that is added without being drawn goes where others are not', () => {
  const first = newPlace([])
  const second = newPlace([first])
  const third = newPlace([first, second])
  expect(new Set([first.y, second.y, third.y]).size).toBe(3)
})

test('a box comes back from the API as it went there', () => {
  const styled: EditedBox = {
    ...box('box-0'),
    style: { ...defaultStyle, font: 'comic', outlineWidth: 0, verticalAlign: 'top', color: '#112233' },
  }
  const sent = boxInput(styled)
  expect(sent).toMatchObject({
    font: 'COMIC',
    outlineWidth: 0,
    verticalAlign: 'TOP',
    color: '#112233',
    outlineColor: null,
  })
  expect(editedBoxes([sent as Parameters<typeof editedBoxes>[0][number]])).toEqual([styled])
})

test('only what was changed is sent; what a box is called on the page is no change', () => {
  expect(changedInput(draft, { ...draft, boxes: [{ ...box('a'), id: 'other' }, box('b')] })).toEqual({})
  const input = changedInput(draft, { ...draft, licence: 'MIT', keywords: [] })
  expect(input).toEqual({ licence: 'MIT', keywords: [] })
  const added = { ...draft.pictures[0]!, style: 'blue', pictureId: null, pictureJobId: 'job' }
  expect(changedInput(draft, { ...draft, pictures: [...draft.pictures, added] })).toEqual({
    pictures: [
      { style: 'default', pictureId: 'p1' },
      { style: 'blue', pictureJobId: 'job' },
    ],
  })
})

test('what two people changed is brought together, and asked about only where both changed the same', () => {
  const mine = { ...draft, name: 'Mine', source: 'me', licence: 'MIT' }
  const theirs = { ...draft, name: 'Theirs', description: 'they', licence: 'MIT' }
  const merged = mergeDrafts(draft, mine, theirs)
  expect(merged.draft).toMatchObject({ name: 'Mine', source: 'me', description: 'they', licence: 'MIT' })
  expect(merged.clashes).toEqual(['name'])
  expect(changedFields(theirs, merged.draft)).toEqual(['name', 'source'])
  expect(withFields(merged.draft, theirs, merged.clashes).name).toBe('Theirs')
})

test('fields are named for people', () => {
  expect(fieldName('boxes.2.color')).toBe('Box 3')
  expect(fieldList(['name', 'boxes', 'licence'])).toBe('name, boxes and licence')
  expect([fieldList([]), fieldList(['slug'])]).toEqual(['', 'address'])
})

test('a box without an example has words to look at all the same', () => {
  expect([previewWords('examples', ' '), previewWords('examples', 'hi'), previewWords('none', 'hi')]).toEqual([
    'Your words',
    'hi',
    '',
  ])
})
