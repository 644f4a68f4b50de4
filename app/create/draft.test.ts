import { describe, expect, it } from 'vitest'
import { defaultStyle } from '#core/style'
import { changeDraft, chosenStyle, type Draft, emptyDraft, shownStyle } from './draft'
import type { Found } from './found'
import { amend, record, redo, startHistory, undo } from './history'
import { removedRegionIds, usedFields } from './usedFields'

const typed = (...texts: readonly string[]): Draft => ({
  ...emptyDraft,
  fields: texts.map((text, index) => ({ id: `field-${index + 1}`, text, placeId: null })),
})
const words = (...regions: readonly string[]): Found => ({ kind: 'words', regions })
const texts = (draft: Draft) => draft.fields.map((field) => field.text)

describe('a draft', () => {
  it('moves what was typed early into the places that were found, in order', () => {
    const draft = changeDraft(typed('one', 'two', 'three'), { kind: 'found', found: words('0', '1') })
    expect(draft.fields).toEqual([
      { id: 'field-1', text: 'one', placeId: '0' },
      { id: 'field-2', text: 'two', placeId: '1' },
      { id: 'field-3', text: 'three', placeId: null },
    ])
  })

  it('offers two free fields where no words were found, and loses none of those typed in', () => {
    expect(texts(changeDraft(emptyDraft, { kind: 'found', found: words() }))).toEqual(['', ''])
    expect(texts(changeDraft(typed('a', 'b', 'c'), { kind: 'found', found: words() }))).toEqual(['a', 'b', 'c'])
  })

  it('stays the same when the same places are found again', () => {
    const draft = changeDraft(typed('one', ''), { kind: 'found', found: words('0', '1') })
    const kept = changeDraft(draft, { kind: 'toggleRegions', regionIds: ['1'] })
    expect(changeDraft(kept, { kind: 'found', found: words('0', '1') })).toEqual(kept)
  })

  it('sends no words for a place whose own are kept, and an empty caption for one that is cleared', () => {
    const found = changeDraft(typed('one', 'two', ''), { kind: 'found', found: words('0', '1', '2') })
    const draft = changeDraft(found, { kind: 'toggleRegions', regionIds: ['0'] })
    expect(usedFields(draft).map((field) => field.text)).toEqual(['two', ''])
    expect(removedRegionIds(draft)).toEqual(['1', '2'])
  })

  it('keeps the words for another picture, and drops them for a fresh start', () => {
    const draft = changeDraft(typed('one', ''), { kind: 'found', found: words('0', '1') })
    const other = changeDraft(draft, { kind: 'newPicture', keepWords: true })
    expect(other.fields).toEqual([
      { id: 'field-1', text: 'one', placeId: null },
      { id: 'field-2', text: '', placeId: null },
    ])
    expect(texts(changeDraft(draft, { kind: 'newPicture', keepWords: false }))).toEqual(['', ''])
  })

  it('uses every field where old words stay anyway, without empty ones at the end', () => {
    const found = changeDraft(typed('', 'two', ''), { kind: 'found', found: words('0', '1', '2') })
    const draft = changeDraft(found, { kind: 'set', values: { mode: 'CAPTION_BAR' } })
    expect(usedFields(draft).map((field) => field.text)).toEqual(['', 'two'])
    expect(removedRegionIds(draft)).toEqual([])
  })
})

describe('a draft on a template', () => {
  const onTemplate = (draft: Draft) =>
    changeDraft(changeDraft(draft, { kind: 'newTemplate', variant: 'winter' }), {
      kind: 'found',
      found: { kind: 'template', boxes: 2 },
    })

  it('begins without words or a chosen look, on the picture that was asked for', () => {
    const draft = onTemplate(changeDraft(typed('old'), { kind: 'style', style: { font: 'noto-sans' } }))
    expect(texts(draft)).toEqual(['', ''])
    expect(draft.variant).toBe('winter')
    expect(chosenStyle(draft)).toEqual({})
  })

  it('shows the look of its places, with what a person chose, until that is automatic again', () => {
    const own = { ...defaultStyle, font: 'comic', color: '#2b1a2e' } as const
    const chosen = changeDraft(onTemplate(emptyDraft), { kind: 'style', style: { font: 'anton', color: '#ff0000' } })
    expect(shownStyle(chosen, own)).toEqual({ ...own, font: 'anton', color: '#ff0000' })
    expect(chosenStyle(changeDraft(chosen, { kind: 'style', style: { color: 'auto' } }))).toEqual({ font: 'anton' })
  })

  it('leaves the template behind with its places, and takes what was chosen along', () => {
    const chosen = changeDraft(onTemplate(emptyDraft), { kind: 'style', style: { align: 'left' } })
    const next = changeDraft(chosen, { kind: 'newPicture', keepWords: true })
    expect(next).toMatchObject({ style: { align: 'left' }, variant: null, found: null })
  })
})

describe('a draft on a recognised picture', () => {
  // Four captions; the second belongs to the template, the last stands in none of its three boxes.
  const found: Found = {
    kind: 'recognised',
    regions: ['0', '1', '2', '3'],
    own: ['1'],
    under: [['0'], [], ['2']],
    boxes: 3,
  }
  const draft = changeDraft(typed('one', 'two', 'three'), { kind: 'found', found })
  const set = (values: Partial<Draft>) => changeDraft(draft, { kind: 'set', values })
  const placeIds = (of: Draft) => of.fields.map(({ placeId }) => placeId)

  it('has the template’s boxes for places, and all old words but the template’s own go', () => {
    expect(placeIds(draft)).toEqual(['box-1', 'box-2', 'box-3'])
    expect(texts(draft)).toEqual(['one', 'two', 'three'])
    expect(removedRegionIds(draft)).toEqual(['0', '2', '3'])
  })

  it('moves words to the old places that they were typed over, and back', () => {
    const old = set({ recognisedPlaces: 'OLD_PLACES' })
    expect(placeIds(old)).toEqual(['0', '2', '3'])
    expect(texts(old)).toEqual(['one', 'three', 'two'])
    const back = changeDraft(old, { kind: 'set', values: { recognisedPlaces: 'TEMPLATE_BOXES' } })
    expect(back.fields).toEqual(draft.fields)
  })

  it('sees every caption as one when the template is ignored', () => {
    const ignoring = set({ recognition: 'IGNORE' })
    expect(placeIds(ignoring)).toEqual(['0', '1', '2', '3'])
    expect(removedRegionIds(ignoring)).toEqual(['0', '1', '2', '3'])
  })

  it('removes nothing from a clean template', () => {
    const clean = set({ recognition: 'CLEAN_TEMPLATE' })
    expect(placeIds(clean)).toEqual(['box-1', 'box-2', 'box-3'])
    expect(texts(clean)).toEqual(['one', 'two', 'three'])
    expect(removedRegionIds(clean)).toEqual([])
  })

  it('passes a box over whose old words are kept', () => {
    const kept = changeDraft(draft, { kind: 'toggleRegions', regionIds: ['0'] })
    expect(usedFields(kept).map(({ text }) => text)).toEqual(['two', 'three'])
    expect(removedRegionIds(kept)).toEqual(['2', '3'])
  })

  it('takes the old places when more was typed early than the template has boxes', () => {
    const many = changeDraft(typed('a', 'b', 'c', 'd'), { kind: 'found', found: { ...found, own: [] } })
    expect(many.recognisedPlaces).toBe('OLD_PLACES')
    expect(texts(many)).toEqual(['a', 'b', 'c', 'd'])
    expect(changeDraft(typed('a', 'b', 'c', 'd'), { kind: 'found', found }).recognisedPlaces).toBe('TEMPLATE_BOXES')
  })

  it('keeps each step’s own places when the rest of the answer comes', () => {
    const history = record(startHistory(draft), set({ recognisedPlaces: 'OLD_PLACES' }), null)
    const later: Found = { ...found, own: ['1', '3'] }
    const amended = amend(history, (one) => changeDraft(one, { kind: 'found', found: later }))
    expect(placeIds(amended.present)).toEqual(['0', '2', null])
    expect(undo(amended).present.fields).toEqual(draft.fields)
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
