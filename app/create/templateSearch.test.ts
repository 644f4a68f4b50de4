import { describe, expect, it } from 'vitest'
import { searchAddress, searchVariables, templateSearch } from './templateSearch'

const read = (address: string) => templateSearch((name) => new URL(address, 'http://x').searchParams.get(name))

describe('a search of templates', () => {
  it.each([
    { text: '', tag: null },
    { text: 'two buttons', tag: null },
    { text: 'a & b', tag: 'four panels' },
    { text: '', tag: 'plan' },
  ])('is held by the address: $text / $tag', (search) => {
    expect(read(searchAddress(search))).toEqual(search)
  })

  it('asks for nothing more than was said', () => {
    expect(searchAddress({ text: '  ', tag: null })).toBe('/templates')
    expect(searchVariables({ text: '', tag: null }, null)).toMatchObject({ search: null, tags: null })
    expect(searchVariables({ text: 'x', tag: 'y' }, 'c')).toMatchObject({ search: 'x', tags: ['y'], after: 'c' })
  })
})
