import { describe, expect, test } from 'vitest'
import type { HealthFieldsFragment } from '../generated/graphql'
import { healthOf } from './health'

const now = '2026-11-23T12:00:00.000Z'
const ocr = { name: 'ocr', version: 'paddle', state: 'ready', device: 'cpu', advice: null }
const worker: HealthFieldsFragment['workers'][number] = {
  id: 'host-7-0a1b2c3d',
  state: 'READY',
  host: 'host',
  pid: 7,
  kinds: ['OCR', 'INPAINT', 'RENDER', 'EMBED'],
  devices: ['cpu'],
  models: [ocr],
  rssBytes: 4e8,
  load: 0.5,
  startedAt: now,
  lastSeenAt: now,
}
const jobs = (count: number): HealthFieldsFragment['operations'] => [
  {
    operation: 'job',
    now: {
      count,
      errors: 0,
      errorRate: 0,
      p50Ms: 60,
      p95Ms: 300,
      p99Ms: 400,
      meanMs: 80,
      maxMs: 500,
      cacheHits: 0,
      cacheMisses: 0,
      savedMs: null,
    },
  },
]
const alert = (kind: HealthFieldsFragment['alerts']['active'][number]['kind']) => ({
  id: kind,
  kind,
  value: 1,
  worst: 1,
  threshold: 1,
  openedAt: now,
  closedAt: null,
  text: kind,
  openingSentAt: null,
  closingSentAt: null,
})
const fine: HealthFieldsFragment = {
  at: now,
  operations: jobs(100),
  failures: [],
  queue: [],
  workers: [worker],
  site: { startedAt: '2026-11-23T10:00:00.000Z', rssBytes: 2e8, openSubscriptions: 2 },
  database: { answeredMs: 2, sizeBytes: 1e9, connections: 10, maxConnections: 100 },
  alerts: {
    checkedAt: now,
    rules: [
      { kind: 'QUEUE_AGE_SECONDS', threshold: 60, value: 0 },
      { kind: 'ERROR_RATE_PERCENT', threshold: 5, value: 0 },
    ],
    active: [],
    recent: [],
    webhook: { configured: false, lastSentAt: null, failure: null, waiting: 0 },
  },
}
const waiting = (oldestWaitingSeconds: number): HealthFieldsFragment['queue'] => [
  { kind: 'GENERATE', waiting: 3, running: 1, oldestWaitingSeconds, meanSeconds: 1, etaSeconds: 4 },
]
const judged = (changes: Partial<HealthFieldsFragment>) => {
  const health = healthOf({ ...fine, ...changes }, null)
  const worst = health.parts.filter(({ level }) => level !== 'good').map(({ name, level }) => [name, level])
  return { ...health, worst }
}

test('all is well', () => {
  expect(judged({})).toMatchObject({ level: 'good', words: 'Everything is working.', worst: [] })
  expect(judged({}).parts.map(({ name, state }) => `${name}: ${state}`)).toEqual([
    'Site: Answers',
    'Worker: 1 ready',
    'Database: Answers in 2.0 ms',
    'Queue: Nothing waits',
    'Jobs, last 15 min: All well',
    'Models: Text reader ready',
    'Device: CPU',
  ])
})

describe('trouble is named first', () => {
  test.each<[string, Partial<HealthFieldsFragment>, readonly (readonly [string, string])[]]>([
    ['no worker', { workers: [] }, [['Worker', 'bad']]],
    ['nobody who draws', { workers: [{ ...worker, kinds: ['OCR', 'INPAINT', 'EMBED'] }] }, [['Worker', 'bad']]],
    ['a worker that warms up', { workers: [{ ...worker, state: 'WARMING' }] }, [['Worker', 'watch']]],
    ['a short wait', { queue: waiting(5) }, []],
    ['a longer wait', { queue: waiting(40) }, [['Queue', 'watch']]],
    ['a wait beyond the threshold', { queue: waiting(61) }, [['Queue', 'bad']]],
    ['a slow database', { database: { ...fine.database, answeredMs: 900 } }, [['Database', 'watch']]],
    ['a full database', { database: { ...fine.database, connections: 95 } }, [['Database', 'watch']]],
    ['visitors’ faults', { failures: [{ code: 'IMAGE_DAMAGED', count: 50 }] }, []],
    ['two failures', { failures: [{ code: 'INTERNAL', count: 2 }], operations: jobs(3) }, []],
    ['failures of ours', { failures: [{ code: 'INTERNAL', count: 4 }] }, [['Jobs, last 15 min', 'watch']]],
    [
      'an alert of failures',
      {
        failures: [{ code: 'INTERNAL', count: 30 }],
        alerts: { ...fine.alerts, active: [alert('ERROR_RATE_PERCENT')] },
      },
      [['Jobs, last 15 min', 'bad']],
    ],
    [
      'an alert of slow jobs',
      { alerts: { ...fine.alerts, active: [alert('P95_MS')] } },
      [['Jobs, last 15 min', 'watch']],
    ],
    [
      'a broken model',
      { workers: [{ ...worker, models: [ocr, { ...ocr, name: 'clip', state: 'broken', advice: 'Fetch it again.' }] }] },
      [['Models', 'watch']],
    ],
    [
      'a model that is not installed',
      { workers: [{ ...worker, models: [ocr, { ...ocr, name: 'clip', state: 'missing' }] }] },
      [],
    ],
  ])('%s', (_name, changes, worst) => {
    expect(judged(changes).worst).toEqual(worst)
  })

  test('in one sentence', () => {
    expect(judged({ workers: [], queue: waiting(200) }).words).toBe(
      'Something is broken. Worker: none is there; queue: oldest waits 3 min 20 s.',
    )
    expect(judged({ queue: waiting(40) }).words).toBe('Working, but worth a look. Queue: oldest waits 40 s.')
  })
})

test('no answer is the worst of all, whatever was known; an answer that tells nothing points at the database', () => {
  const trouble = (code: string) => ({ code, message: 'It is so.', retryable: true })
  for (const latest of [null, fine]) {
    expect(healthOf(latest, trouble('UNREACHABLE'))).toEqual({
      level: 'bad',
      words: 'This page gets no answer from the site. What it shows is old.',
      parts: [{ name: 'Site', level: 'bad', state: 'No answer', facts: 'It is so.' }],
    })
    const [site] = healthOf(latest, trouble('INTERNAL')).parts
    expect(site).toMatchObject({ level: 'bad', state: 'Answers, but cannot read', facts: 'It is so.' })
    expect(site!.advice).toContain('database')
  }
})
