import { expect, it } from 'vitest'
import { KindsError, servedKinds } from './servedKinds'

const served = (args: readonly string[], env = {}) => [...servedKinds(args, env)]

it('serves all kinds unless told otherwise, by argument before environment', () => {
  expect(served([])).toEqual(['ocr', 'inpaint', 'render', 'embed'])
  expect(served([], { MEMEZAP_WORKER_KINDS: '' })).toEqual(['ocr', 'inpaint', 'render', 'embed'])
  expect(served(['--kinds', 'inpaint, OCR'])).toEqual(['ocr', 'inpaint'])
  expect(served(['--kinds=render'], { MEMEZAP_WORKER_KINDS: 'embed' })).toEqual(['render'])
  expect(served([], { MEMEZAP_WORKER_KINDS: 'embed' })).toEqual(['embed'])
})

it('refuses what is no kind, and says which there are', () => {
  const problems = [['--kinds', 'ocr,pencil'], ['--kinds', ''], ['--kinds'], ['--kind', 'ocr'], ['ocr']]
  for (const args of problems) {
    expect(() => served(args)).toThrow(KindsError)
    expect(() => served(args)).toThrow(/ocr, inpaint, render, embed/)
  }
  expect(() => served([], { MEMEZAP_WORKER_KINDS: 'brush' })).toThrow(/“brush”/)
})
