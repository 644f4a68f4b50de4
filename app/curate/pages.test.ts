import { expect, test } from 'vitest'
import { openAdminPage } from '../components/admin/shell/adminPages'
import type { CuratedTemplateFieldsFragment } from '../generated/graphql'
import { adoptSaved } from './adoptSaved'
import { boxWords } from './boxWords'
import { editorTab } from './editorTab'
import { handleCursor } from './geometry/handleCursor'
import { listAddress, listAsked, listVariables } from './listAsked'
import { memeIdIn } from './memeIdIn'
import { nameOfFile } from './nameOfFile'
import { freeStyle, renamedStyle, withDefault } from './pictureStyles'
import { templateDraft } from './templateDraft'

const id = '0b9f1a52-7c1d-4a58-9f55-0c6f7ad0b1aa'

test('a meme is known by its link or its id', () => {
  expect(memeIdIn(id)).toBe(id)
  expect(memeIdIn(`https://memes.example/memes/${id}?from=chat`)).toBe(id)
  expect(memeIdIn(`/memes/${id.toUpperCase()}`)).toBe(id)
  expect(memeIdIn(`https://memes.example/templates/${id}`)).toBeNull()
  expect(memeIdIn('a meme')).toBeNull()
})

test('a template is first called what its file was called, unless that says nothing', () => {
  expect(nameOfFile('two_buttons-again.jpg')).toBe('Two buttons again')
  expect(nameOfFile('/pictures/the%20hill.png')).toBe('The hill')
  expect(nameOfFile('100%.png')).toBe('New template')
  expect(nameOfFile('IMG_2041.HEIC')).toBe('New template')
  expect(nameOfFile('')).toBe('New template')
})

test('the list is told by its address, and nonsense in it counts as left out', () => {
  const asked = { search: 'two buttons', states: 'DRAFT', order: 'NEVER_USED' } as const
  const address = new URL(listAddress(asked), 'http://site.test')
  expect(listAsked((name) => address.searchParams.get(name) ?? undefined)).toEqual(asked)
  const plain = listAsked((name) => (name === 'state' ? 'GONE' : undefined))
  expect(listAddress(plain)).toBe('/admin/templates')
  expect(listVariables(asked, 'c')).toMatchObject({ states: ['DRAFT'], neverUsed: true, sort: 'NEWEST', after: 'c' })
  expect(listVariables(plain, null)).toMatchObject({ search: null, states: null, neverUsed: null })
})

test('the navigation marks the page that says most of the address', () => {
  expect(openAdminPage('/admin/templates')).toBe('/admin/templates')
  expect(openAdminPage('/admin/templates/two-buttons')).toBe('/admin/templates')
  expect(openAdminPage('/admin/templates/import')).toBe('/admin/templates/import')
  expect(openAdminPage('/templates')).toBeNull()
  expect([editorTab('history'), editorTab('nonsense')]).toEqual(['history', null])
})

test('variants keep names of their own, and one of the pictures is always the default', () => {
  const image = { url: '/images/a.png', width: 1, height: 1 }
  const picture = (style: string) => ({
    style,
    pictureId: style,
    pictureJobId: null,
    image,
    thumbnail: image,
    frames: 1,
  })
  const pictures = [picture('default'), picture('variant 1'), picture('blue')]
  expect(freeStyle(pictures)).toBe('variant 3')
  expect(freeStyle([picture('default'), picture('variant 2')])).toBe('variant 3')
  expect(renamedStyle(pictures, 'blue', 'red').map(({ style }) => style)).toEqual(['default', 'variant 1', 'red'])
  expect(renamedStyle(pictures, 'blue', 'Default')).toEqual(pictures)
  const swapped = withDefault(pictures, 'blue')
  expect(swapped.map(({ style, pictureId }) => [style, pictureId])).toEqual([
    ['default', 'blue'],
    ['blue', 'default'],
    ['variant 1', 'variant 1'],
  ])
})

test('what was typed while it was saved stays, and boxes stay chosen', () => {
  const box = { x: 0, y: 0, width: 0.5, height: 0.2, angle: 0 }
  const look = { font: 'ANTON', letterCase: 'UPPER', align: 'CENTER', verticalAlign: null, example: '' } as const
  const stored = {
    template: {
      name: 'Tidy name',
      slug: 'tidy',
      aliases: [],
      keywords: [],
      description: '',
      source: '',
      licence: '',
      boxes: [{ box, ...look, color: null, outlineColor: null, outlineWidth: null }],
    },
    pictures: [],
  } as unknown as CuratedTemplateFieldsFragment
  const [plain] = templateDraft(stored).boxes
  const sent = { ...templateDraft(stored), name: ' Tidy name ', boxes: [{ ...plain!, id: 'drawn' }] }
  const after = adoptSaved(stored, sent, { ...sent, licence: 'MIT' })
  expect(after).toMatchObject({ name: 'Tidy name', licence: 'MIT' })
  expect(after.boxes[0]?.id).toBe('drawn')
})

test('a box is told in words, and its handles show which way they go', () => {
  const box = { xPx: 10.4, yPx: 20, widthPx: 300, heightPx: 99.6, angle: -5 }
  expect(boxWords(box, 2, 3, ' hi ')).toBe(
    'Box 2 of 3, “hi”: 10 from the left, 20 from the top, 300 by 100 pixels, turned -5 degrees',
  )
  expect(handleCursor({ across: 1, down: 0 }, 0)).toBe('ew-resize')
  expect(handleCursor({ across: -1, down: -1 }, 0)).toBe('nwse-resize')
  expect(handleCursor({ across: 1, down: 0 }, 90)).toBe('ns-resize')
  expect(handleCursor({ across: 1, down: -1 }, 0)).toBe('nesw-resize')
})
