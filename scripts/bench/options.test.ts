import { expect, test } from 'vitest'
import { config } from '#store/config'
import { beforeSettings } from './beforeSettings'
import { benchOptions } from './options'

test('a whole run is the default; --quick is small', () => {
  expect(benchOptions([])).toMatchObject({ only: [], rounds: 12, seconds: 60, quick: false, write: false })
  expect(benchOptions(['--quick'])).toMatchObject({ rounds: 1, seconds: 1 })
  expect(benchOptions(['--startup'])).toMatchObject({ rounds: 5 })
  expect(benchOptions(['--only', 'equal,template', '--rounds', '3'])).toMatchObject({
    only: ['equal', 'template'],
    rounds: 3,
  })
})

test('figures of a part, and what is no option, are refused', () => {
  expect(() => benchOptions(['--write', '--only', 'equal'])).toThrow('whole run')
  expect(() => benchOptions(['--only', 'equal,no-such'])).toThrow('no-such')
  expect(() => benchOptions(['--fast'])).toThrow('--fast')
})

test('"before" switches every cache of the config off, and does one thing after another', () => {
  const settings = beforeSettings(config())
  expect(settings).toMatchObject({
    MEMEZAP_OCR__ENABLE_CACHE: 'false',
    MEMEZAP_CACHE__ENABLE_MEME_CACHE: 'false',
    MEMEZAP_CACHE__ENABLE_IMAGE_CACHE: 'false',
    MEMEZAP_WORKERS__JOBS: '1',
    MEMEZAP_WORKERS__RENDER: '1',
  })
  const switches = Object.values(config()).flatMap((group) =>
    Object.keys(group).filter((key) => /^enable_.*cache$/.test(key)),
  )
  expect(Object.values(settings).filter((value) => value === 'false').length).toBeGreaterThanOrEqual(switches.length)
})
