import { describe, expect, it } from 'vitest'
import { type Draft, emptyDraft } from './draft'
import { memeInput } from './memeInput'
import { namedSource, nameOf } from './source'

const draft: Draft = {
  ...emptyDraft,
  fields: [
    { id: 'place-0', text: 'top', placeId: '0' },
    { id: 'place-1', text: 'hidden while kept', placeId: '1' },
  ],
  found: { kind: 'words', regions: ['0', '1'] },
  keptRegions: ['1'],
}
const uploaded = { source: { uploadId: 'u' } }

describe('a request', () => {
  it('leaves what is automatic to the server', () => {
    expect(memeInput(draft, uploaded)).toEqual({
      source: { uploadId: 'u' },
      captions: ['top'],
      mode: 'AUTO',
      keepRegions: ['1'],
      recognition: 'RESTORE',
      recognisedPlaces: 'TEMPLATE_BOXES',
      format: 'JPEG',
      quality: null,
      style: {},
    })
  })

  it('keeps no regions in modes that keep them all, and asks no quality of a format without', () => {
    const { keepRegions, captions, quality } = memeInput(
      { ...draft, mode: 'OVERLAY', format: 'png', quality: 80 },
      uploaded,
    )
    expect({ keepRegions, captions, quality }).toEqual({
      keepRegions: [],
      captions: ['top', 'hidden while kept'],
      quality: null,
    })
  })
})

it('says of the style only what was chosen: places may have their own', () => {
  const input = (style: Draft['style']) => memeInput({ ...draft, style }, uploaded).style
  expect(input({ letterCase: 'upper', color: 'auto', outlineWidth: 0 })).toEqual({
    letterCase: 'UPPER',
    outlineWidth: 0,
  })
  expect(input({ verticalAlign: 'auto', align: 'left' })).toEqual({ align: 'LEFT' })
})

describe('a source', () => {
  it('is named by the bytes that were analysed, else as it came', () => {
    const url = { kind: 'url', url: 'https://memes.example/pictures/cat.jpg?w=9#x' } as const
    expect(namedSource(url, 'u', null)).toEqual(uploaded)
    expect(namedSource(url, null, null)).toEqual({ source: { url: url.url } })
    expect(namedSource({ kind: 'file', file: new Blob(), name: 'cat.jpg' }, null, null)).toBeNull()
    const template = { kind: 'template', slug: 'two-buttons' } as const
    expect(namedSource(template, null, null)).toEqual({ source: { templateId: 'two-buttons' } })
    expect(namedSource(template, null, 'winter')).toMatchObject({ templateStyle: 'winter' })
    expect(nameOf(url)).toBe('cat.jpg')
  })
})
