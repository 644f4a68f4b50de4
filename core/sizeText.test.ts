import { expect, it } from 'vitest'
import { sizeText } from './sizeText'

it('says sizes as people do', () => {
  expect([sizeText(12), sizeText(96_400), sizeText(20_971_520)]).toEqual(['1 kB', '96 kB', '21.0 MB'])
})
