import { describe, expect, it } from 'vitest'
import type { MemeFieldsFragment } from '../generated/graphql'
import { doneLines } from './doneLines'

type Report = MemeFieldsFragment['report']
type Recognition = NonNullable<Report['recognition']>

const report: Report = {
  textFound: ['ONE\nTWO', 'THREE'],
  placement: 'TEMPLATE',
  animatedSource: false,
  removal: { regionsRemoved: 2, method: 'RESTORE', skippedBecause: null },
  matches: [],
  recognition: null,
  stages: [],
}
const recognition: Recognition = {
  use: 'RESTORE',
  name: 'Two Buttons',
  places: 'TEMPLATE_BOXES',
  regionsRestored: 2,
  regionsInpainted: 0,
  regionsOfTemplate: 0,
  template: null,
}
const lines = (change: Partial<Report>) =>
  doneLines({ report: { ...report, ...change } } as MemeFieldsFragment, false).join(' ')

describe('what was done', () => {
  it('tells what was under the words of a recognised picture', () => {
    const said = lines({ recognition })
    expect(said).toContain('Found on the picture: “ONE TWO”, “THREE”.')
    expect(said).toContain('2 captions were taken away. What the template has there came back.')
  })

  it('counts what could not be restored, and what belongs to the template', () => {
    const mixed = { ...recognition, regionsRestored: 1, regionsInpainted: 1, regionsOfTemplate: 1 }
    const said = lines({ recognition: mixed, removal: { ...report.removal, method: 'MIXED' } })
    expect(said).toContain('Under 1 of them what the template has there came back; under 1 the picture around was')
    expect(said).toContain('One caption belongs to the template’s own picture and stayed.')
  })

  it('says that a clean template took the picture’s place, and nothing of words that were never taken away', () => {
    const removal = {
      regionsRemoved: 0,
      method: 'NONE',
      skippedBecause: 'The template’s own picture was used.',
    } as const
    const said = lines({ recognition: { ...recognition, use: 'CLEAN_TEMPLATE', regionsRestored: 0 }, removal })
    expect(said).toContain('as you chose')
    expect(said).not.toContain('taken away')
  })

  it('does not search a template that was asked for by name', () => {
    const removal = {
      regionsRemoved: 0,
      method: 'NONE',
      skippedBecause: 'The template’s own picture was used.',
    } as const
    expect(lines({ textFound: [], removal })).toBe(
      'The template’s own picture was used. Your words stand in the template’s own places.',
    )
  })
})
