import { describe, expect, it } from 'vitest'
import { defaultStyle } from '#core/style'
import { changeDraft, chosenStyle, type Draft, emptyDraft } from './draft'
import { amend, record, redo, startHistory, undo } from './history'
import { replacedRegionIds, usedFields } from './usedFields'

const typed = (...texts: readonly string[]): Draft => ({
  ...emptyDraft,
  fields: texts.map((text, index) => ({ id: `free-${index + 1}`, text, regionId: null })),
})
const texts = (draft: Draft) => draft.fields.map((field) => field.text)

describe('a draft', () => {
  it('moves what was typed early into the places that were found, in order', () => {
    const draft = changeDraft(typed('one', 'two', 'three'), { kind: 'regionsFound', regionIds: ['0', '1'] })
    expect(draft.fields).toEqual([
      { id: 'place-0', text: 'one', regionId: '0' },
      { id: 'place-1', text: 'two', regionId: '1' },
      { id: 'free-1', text: 'three', regionId: null },
    ])
  })

  it('offers two free fields where no words were found, and loses none of those typed in', () => {
    expect(texts(changeDraft(emptyDraft, { kind: 'regionsFound', regionIds: [] }))).toEqual(['', ''])
    expect(texts(changeDraft(typed('a', 'b', 'c'), { kind: 'regionsFound', regionIds: [] }))).toEqual(['a', 'b', 'c'])
  })

  it('stays the same when the same places are found again', () => {
    const draft = changeDraft(typed('one', ''), { kind: 'regionsFound', regionIds: ['0', '1'] })
    const kept = changeDraft(draft, { kind: 'toggleRegion', regionId: '1' })
    expect(changeDraft(kept, { kind: 'regionsFound', regionIds: ['0', '1'] })).toEqual(kept)
  })

  it('sends no words for a place whose own are kept, and an empty caption for one that is cleared', () => {
    const found = changeDraft(typed('one', 'two', ''), { kind: 'regionsFound', regionIds: ['0', '1', '2'] })
    const draft = changeDraft(found, { kind: 'toggleRegion', regionId: '0' })
    expect(usedFields(draft).map((field) => field.text)).toEqual(['two', ''])
    expect(replacedRegionIds(draft, ['0', '1', '2'])).toEqual(['1', '2'])
  })

  it('keeps the words for another picture, and drops them for a fresh start', () => {
    const draft = changeDraft(typed('one', ''), { kind: 'regionsFound', regionIds: ['0', '1'] })
    const other = changeDraft(draft, { kind: 'newPicture', keepWords: true })
    expect(other.fields).toEqual([
      { id: 'free-1', text: 'one', regionId: null },
      { id: 'free-2', text: '', regionId: null },
    ])
    expect(texts(changeDraft(draft, { kind: 'newPicture', keepWords: false }))).toEqual(['', ''])
  })

  it('uses every field where old words stay anyway, without empty ones at the end', () => {
    const found = changeDraft(typed('', 'two', ''), { kind: 'regionsFound', regionIds: ['0', '1', '2'] })
    const draft = changeDraft(found, { kind: 'set', values: { mode: 'CAPTION_BAR' } })
    expect(usedFields(draft).map((field) => field.text)).toEqual(['', 'two'])
    expect(replacedRegionIds(draft, ['0', '1', '2'])).toEqual([])
  })
})

describe('a draft on a template', () => {
  const boxStyle = { ...defaultStyle, font: 'comic', color: '#2b1a2e' } as const
  const onTemplate = (draft: Draft) =>
    changeDraft(changeDraft(draft, { kind: 'newTemplate' }), {
      kind: 'regionsFound',
      regionIds: ['box-1', 'box-2'],
      style: boxStyle,
    })

  it('begins without words, in the look of the template', () => {
    const draft = onTemplate(changeDraft(typed('old'), { kind: 'style', style: { font: 'noto-sans' } }))
    expect(texts(draft)).toEqual(['', ''])
    expect(draft.style).toEqual(boxStyle)
    expect(chosenStyle(draft)).toEqual({})
  })

  it('knows what a person chose, until that is automatic again', () => {
    const chosen = changeDraft(onTemplate(emptyDraft), { kind: 'style', style: { font: 'anton', color: '#ff0000' } })
    expect(chosenStyle(chosen)).toEqual({ font: 'anton', color: '#ff0000' })
    expect(chosenStyle(changeDraft(chosen, { kind: 'style', style: { color: 'auto' } }))).toEqual({ font: 'anton' })
  })

  it('leaves the template’s look behind with the template, and takes what was chosen along', () => {
    const chosen = changeDraft(onTemplate(emptyDraft), { kind: 'style', style: { align: 'left' } })
    const next = changeDraft(chosen, { kind: 'newPicture', keepWords: true })
    expect(next.style).toEqual({ ...defaultStyle, align: 'left' })
  })
})

describe('a history', () => {
  it('takes letters typed in a row back as one step, and brings them again', () => {
    const history = ['a', 'ab', 'abc'].reduce((now, text) => record(now, text, 'field'), startHistory(''))
    expect(undo(history).present).toBe('')
    expect(redo(undo(history)).present).toBe('abc')
  })

  it('keeps what the program changed out of the steps', () => {
    const history = amend(record(startHistory('a'), 'b', null), (text) => `${text}!`)
    expect(history.present).toBe('b!')
    expect(undo(history).present).toBe('a!')
  })
})
