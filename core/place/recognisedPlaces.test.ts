import { describe, expect, it } from 'vitest'
import { defaultStyle } from '../style'
import type { LetteredBox } from '../template'
import { type RecognisedPlaceInput, recognisedPlaces } from './recognisedPlaces'

const at = (y: number) => ({ box: { x: 0.1, y, width: 0.8, height: 0.2, angle: 0 } })
const boxes = [0.02, 0.78].map((y) => ({ ...at(y), style: defaultStyle }))
const input: RecognisedPlaceInput<LetteredBox> = {
  captions: ['one', 'two'],
  mode: 'AUTO',
  places: 'TEMPLATE_BOXES',
  boxes,
  regions: [at(0.3), at(0.5), at(0.7)],
  kept: [],
  width: 400,
  height: 300,
}

describe('recognisedPlaces', () => {
  it('takes the template boxes, as far as there are captions', () => {
    expect(recognisedPlaces(input)).toEqual({ taken: 'TEMPLATE_BOXES', boxes })
    expect(recognisedPlaces({ ...input, captions: ['one', 'two', ' ', ''] }).taken).toBe('TEMPLATE_BOXES')
  })

  it('takes the old places for more captions than boxes, where there are any', () => {
    expect(recognisedPlaces({ ...input, captions: ['1', '2', '3'] })).toEqual({ taken: 'OLD_PLACES' })
    expect(recognisedPlaces({ ...input, captions: ['1', '2', '3', '4'] })).toEqual({ taken: 'OLD_PLACES' })
    expect(() => recognisedPlaces({ ...input, regions: [], captions: ['1', '', '3'] })).toThrow(
      expect.objectContaining({ code: 'TOO_MANY_CAPTIONS', details: { max: 2 } }),
    )
  })

  it('takes the old places when asked, and the boxes where there are none', () => {
    const asked = { ...input, places: 'OLD_PLACES' } as const
    expect(recognisedPlaces(asked)).toEqual({ taken: 'OLD_PLACES' })
    expect(recognisedPlaces({ ...asked, captions: ['1', '2', '3', '4'] })).toEqual({ taken: 'OLD_PLACES' })
    expect(recognisedPlaces({ ...asked, regions: [] })).toEqual({ taken: 'TEMPLATE_BOXES', boxes })
    expect(recognisedPlaces({ ...asked, regions: [], captions: ['1', '2', '3'] })).toEqual({ taken: null })
  })

  it('passes over boxes with kept words in them', () => {
    expect(recognisedPlaces({ ...input, captions: ['one'], kept: [at(0.05)] })).toEqual({
      taken: 'TEMPLATE_BOXES',
      boxes: [boxes[1]],
    })
    expect(recognisedPlaces({ ...input, kept: [at(0.05), at(0.8)] })).toEqual({ taken: 'OLD_PLACES' })
    expect(recognisedPlaces({ ...input, regions: [], kept: [at(0.05), at(0.8)] })).toEqual({ taken: null })
  })

  it('leaves other modes what they say', () => {
    expect(recognisedPlaces({ ...input, mode: 'OVERLAY' })).toEqual({ taken: null })
    expect(recognisedPlaces({ ...input, mode: 'CAPTION_BAR' })).toEqual({ taken: null })
    expect(recognisedPlaces({ ...input, mode: 'REPLACE_TEXT' })).toEqual({ taken: 'OLD_PLACES' })
  })
})
