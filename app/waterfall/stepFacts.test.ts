import { expect, test } from 'vitest'
import type { MeasuredStepFieldsFragment } from '../generated/graphql'
import { stepFacts } from './stepFacts'

const nothing: MeasuredStepFieldsFragment = {
  operation: 'decode',
  offsetMs: 0,
  gapMs: 0,
  durationMs: 1,
  waitedMs: null,
  ok: true,
  errorCode: null,
  cacheHit: null,
  device: null,
  model: null,
  workerId: 'w',
  rssBeforeBytes: null,
  rssAfterBytes: null,
  inputBytes: null,
  outputBytes: null,
  widthPx: null,
  heightPx: null,
}

test('tells what is known, in words', () => {
  const step = {
    widthPx: 800,
    heightPx: 600,
    inputBytes: 212_000,
    outputBytes: 1_440_000,
    device: 'cpu',
    model: 'PP-OCRv4',
  }
  expect(stepFacts({ ...nothing, ...step, cacheHit: false, rssBeforeBytes: 412e6, rssAfterBytes: 418e6 })).toEqual([
    'not in the cache',
    '800 × 600 px',
    '212 kB in, 1.4 MB out',
    'CPU',
    'PP-OCRv4',
    'memory 412 MB → 418 MB (+6 MB)',
  ])
  expect(stepFacts({ ...nothing, cacheHit: true, outputBytes: 5, rssBeforeBytes: 9e6, rssAfterBytes: 8e6 })).toEqual([
    'from the cache',
    '5 B out',
    'memory 9 MB → 8 MB (−1 MB)',
  ])
  expect(stepFacts({ ...nothing, rssBeforeBytes: 400.1e6, rssAfterBytes: 400.2e6 })).toEqual(['memory 400 MB'])
  expect(stepFacts(nothing)).toEqual([])
})
