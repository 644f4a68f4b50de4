import { describe, expect, it } from 'vitest'
import { type Draft, emptyDraft } from './draft'
import { memeInput } from './memeInput'
import { namedSource, nameOf } from './source'

const draft: Draft = {
  ...emptyDraft,
  fields: [
    { id: 'place-0', text: 'top', regionId: '0' },
    { id: 'place-1', text: 'hidden while kept', regionId: '1' },
  ],
  keptRegions: ['1'],
}

describe('a request', () => {
  it('leaves what is automatic to the server', () => {
    expect(memeInput(draft, { uploadId: 'u' })).toEqual({
      source: { uploadId: 'u' },
      captions: ['top'],
      mode: 'AUTO',
      keepRegions: ['1'],
      format: 'JPEG',
      quality: null,
      style: {
        font: 'ANTON',
        letterCase: 'UPPER',
        align: 'CENTER',
        color: null,
        outlineColor: null,
        outlineWidth: null,
        verticalAlign: null,
      },
    })
  })

  it('keeps no regions in modes that keep them all, and asks no quality of a format without', () => {
    const { keepRegions, captions, quality } = memeInput(
      { ...draft, mode: 'OVERLAY', format: 'png', quality: 80 },
      { uploadId: 'u' },
    )
    expect({ keepRegions, captions, quality }).toEqual({
      keepRegions: [],
      captions: ['top', 'hidden while kept'],
      quality: null,
    })
  })
})

it('says of the style only what was chosen, where a template’s boxes have their own', () => {
  const input = (chosen: Draft['chosen']) => memeInput({ ...draft, chosen }, { templateId: 't' }).style
  expect(input([])).toEqual({})
  expect(input(['letterCase', 'color'])).toEqual({ letterCase: 'UPPER' })
})

describe('a source', () => {
  it('is named by the bytes that were analysed, else as it came', () => {
    const url = { kind: 'url', url: 'https://memes.example/pictures/cat.jpg?w=9#x' } as const
    expect(namedSource(url, 'u')).toEqual({ uploadId: 'u' })
    expect(namedSource(url, null)).toEqual({ url: url.url })
    expect(namedSource({ kind: 'file', file: new Blob(), name: 'cat.jpg' }, null)).toBeNull()
    expect(namedSource({ kind: 'template', slug: 'two-buttons' }, '')).toEqual({ templateId: 'two-buttons' })
    expect(nameOf(url)).toBe('cat.jpg')
  })
})
