import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Config } from '#core/config'
import { stageRow } from '#e2e/support/stageRow'
import { withTestStore } from '#e2e/support/testStore'
import { config } from '../config'
import { database } from '../database'
import { requestJob } from '../jobs/requestJob'
import { prunePerformance } from '../performance/prune'
import { rollUp } from '../performance/rollUp'
import { saveStageRows } from '../stageRows'
import { saveSignOfLife } from '../workers'
import { alertCheck } from './alertCheck'
import { checkAlerts } from './checkAlerts'
import { readFigures } from './readFigures'
import { sendAlerts } from './sendAlerts'
import { activeAlerts, recentAlerts } from './storedAlerts'
import { webhookState } from './webhookState'

withTestStore()

/** What the receiver got, and what it answers. */
const received: { text: string; event: string; messageId: string; alert: { id: string; kind: string } }[] = []
let answer = 200
const receiver = createServer(async (request, response) => {
  const body = await textOf(request)
  if (answer === 200) received.push(JSON.parse(body))
  response.writeHead(answer, answer === 302 ? { location: '/elsewhere' } : {}).end()
})

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
})
afterAll(() => void receiver.close())

beforeEach(async () => {
  process.env.ALERT_WEBHOOK_URL = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/secret-path`
  answer = 200
  received.length = 0
  await saveSignOfLife({ id: 'w', state: 'READY', host: 'h', pid: 1, queueIds: [], models: {}, rssBytes: 1, load: 0 })
})
afterEach(async () => {
  delete process.env.ALERT_WEBHOOK_URL
  for (const table of ['alert', 'alert_check', 'stage_row', 'stage_rollup', 'stage_rollup_state', 'job', 'worker'])
    await database().$executeRawUnsafe(`delete from ${table}`)
})

const settings = (alerts: Partial<Config['alerts']> = {}): Config => ({
  ...config(),
  alerts: {
    p95_ms: 0,
    error_rate_percent: 0,
    queue_age_seconds: 0,
    no_workers_seconds: 0,
    window_minutes: 10,
    min_jobs: 4,
    check_seconds: 15,
    ...alerts,
  },
})

/** Lets so many seconds go by for what was written; processes look on time meanwhile. */
async function later(seconds: number): Promise<void> {
  const db = database()
  await db.$executeRaw`update alert set calm_since = calm_since - make_interval(secs => ${seconds})`
  await db.$executeRaw`update alert_check set no_workers_since = no_workers_since - make_interval(secs => ${seconds})`
  await db.$executeRaw`update stage_row set recorded_at = recorded_at - make_interval(secs => ${seconds})`
  await db.$executeRaw`update job set queued_at = queued_at - make_interval(secs => ${seconds})`
}

/** Looks, as the next turn would. */
async function look(alerts: Partial<Config['alerts']>): Promise<readonly string[]> {
  await database().$executeRaw`update alert_check set checked_at = now() - interval '15 seconds'`
  expect(await checkAlerts(settings(alerts))).toBe(true)
  return (await activeAlerts()).map(({ kind }) => kind)
}

const jobs = (count: number, durationMs: number, changes = {}) =>
  saveStageRows(Array.from({ length: count }, () => stageRow('job', durationMs, changes)))

const value = async (alerts: Partial<Config['alerts']>) => {
  const [reading] = (await readFigures(settings(alerts), await alertCheck())).values()
  return reading?.value
}

describe('an alert', () => {
  test('of slow jobs opens, stays while it is not calm, closes after a minute of calm, and opens anew', async () => {
    const rule = { p95_ms: 1000 }
    await jobs(3, 2000)
    expect(await look(rule)).toEqual([])
    await jobs(1, 2000)
    expect(await look(rule)).toEqual(['P95_MS'])
    await jobs(4, 3000)
    expect(await look(rule)).toEqual(['P95_MS'])
    expect(await activeAlerts()).toEqual([expect.objectContaining({ value: 2000, worst: 3000, threshold: 1000 })])
    // At 90 % of the threshold nothing changes, however long.
    await database().$executeRaw`update stage_row set duration_ms = 900`
    await look(rule)
    await later(90)
    expect(await look(rule)).toEqual(['P95_MS'])
    await database().$executeRaw`update stage_row set duration_ms = 100`
    expect(await look(rule)).toEqual(['P95_MS'])
    await later(50)
    expect(await look(rule)).toEqual(['P95_MS'])
    await later(20)
    expect(await look(rule)).toEqual([])
    expect(await recentAlerts(5)).toEqual([expect.objectContaining({ worst: 3000, closedAt: expect.any(Date) })])
    await database().$executeRaw`update stage_row set duration_ms = 1100`
    expect(await look(rule)).toEqual(['P95_MS'])
  })

  test('a relapse begins the minute of calm anew', async () => {
    const rule = { p95_ms: 1000 }
    await jobs(4, 2000)
    await look(rule)
    await database().$executeRaw`update stage_row set duration_ms = 100`
    await look(rule)
    await later(50)
    await database().$executeRaw`update stage_row set duration_ms = 2000`
    await look(rule)
    await database().$executeRaw`update stage_row set duration_ms = 100`
    await look(rule)
    await later(50)
    expect(await look(rule)).toEqual(['P95_MS'])
  })

  test('of failures counts what is our fault only, over alerts.window_minutes', async () => {
    const rule = { error_rate_percent: 20 }
    await jobs(6, 10)
    await jobs(3, 10, { ok: false, errorCode: 'IMAGE_DAMAGED' })
    await jobs(1, 10, { ok: false, errorCode: 'INTERNAL' })
    expect(await value(rule)).toBe(10)
    expect(await look(rule)).toEqual([])
    await jobs(2, 10, { ok: false, errorCode: 'JOB_TIMEOUT' })
    expect(await look(rule)).toEqual(['ERROR_RATE_PERCENT'])
    await later(300)
    expect(await value(rule)).toBe(25)
    expect(await value({ ...rule, window_minutes: 4 })).toBeNull()
    await rollUp()
    expect(await value(rule)).toBe(25)
  })

  test('alerts.min_jobs says from how many jobs on a figure can be trusted', async () => {
    await jobs(10, 10, { ok: false, errorCode: 'INTERNAL' })
    expect(await look({ error_rate_percent: 5, min_jobs: 11 })).toEqual([])
    expect(await look({ error_rate_percent: 5, min_jobs: 10 })).toEqual(['ERROR_RATE_PERCENT'])
  })

  test('an import, which takes minutes, says nothing of how long memes take', async () => {
    await jobs(20, 10)
    const imported = stageRow('import', 400_000)
    await saveStageRows([imported, stageRow('job', 400_000, { jobId: imported.jobId })])
    expect(await value({ p95_ms: 1000 })).toBe(10)
  })

  test('of the queue opens when the oldest job has waited too long', async () => {
    const rule = { queue_age_seconds: 60 }
    await requestJob({ kind: 'ANALYZE', source: { url: 'http://example.com/' }, recognise: true }, config())
    expect(await look(rule)).toEqual([])
    await later(61)
    expect(await look(rule)).toEqual(['QUEUE_AGE_SECONDS'])
  })

  test('kinds of work that no worker is ready for open it as no worker at all does, and are named', async () => {
    const rule = { no_workers_seconds: 60 }
    await database().$executeRaw`update worker set kinds = '{render,embed}'`
    expect(await look(rule)).toEqual([])
    await later(61)
    expect(await look(rule)).toEqual(['NO_WORKERS_SECONDS'])
    await sendAlerts(config())
    expect(received.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^🔴 MemeZap: No worker that reads words or takes words away has been ready for \d+ s/),
    ])
    const other = {
      id: 'o',
      state: 'READY',
      host: 'h',
      pid: 2,
      queueIds: [],
      models: {},
      rssBytes: 1,
      load: 0,
    } as const
    await saveSignOfLife({ ...other, kinds: ['ocr', 'inpaint'], jobSlots: 0 })
    await look(rule)
    await later(61)
    expect(await look(rule)).toEqual([])
  })

  test('of workers opens when none has been ready for long, as far as somebody looked', async () => {
    const rule = { no_workers_seconds: 60 }
    expect(await look(rule)).toEqual([])
    await database().$executeRaw`update worker set last_seen_at = now() - interval '1 hour'`
    expect(await look(rule)).toEqual([])
    await later(30)
    expect(await look(rule)).toEqual([])
    await later(40)
    expect(await look(rule)).toEqual(['NO_WORKERS_SECONDS'])
    // The machine was off for a night: nobody knows how it was.
    await database().$executeRaw`update alert_check set checked_at = now() - interval '8 hours'`
    await checkAlerts(settings(rule))
    expect(await value(rule)).toBeLessThan(10)
  })

  test('is over when nobody watches its figure any more', async () => {
    await jobs(4, 2000)
    await look({ p95_ms: 1000 })
    await look({})
    await later(61)
    expect(await look({})).toEqual([])
  })

  test('alerts.check_seconds says when it is time for the next look', async () => {
    await checkAlerts(settings())
    await database().$executeRaw`update alert_check set checked_at = now() - interval '5 seconds'`
    expect(await checkAlerts(settings())).toBe(false)
    expect(await checkAlerts(settings({ check_seconds: 5 }))).toBe(true)
  })

  test('is opened once, and looked for by one, when many processes look at once', async () => {
    await jobs(4, 2000)
    const rule = settings({ p95_ms: 1000 })
    const turns = await Promise.all(Array.from({ length: 8 }, () => checkAlerts(rule)))
    expect(turns.filter(Boolean)).toHaveLength(1)
    expect(await checkAlerts(rule)).toBe(false)
    expect(await activeAlerts()).toHaveLength(1)
  })
})

test('alerts that are over are kept monitoring.retention_days, open ones for ever', async () => {
  await jobs(4, 2000, { ok: false, errorCode: 'INTERNAL' })
  await look({ p95_ms: 1000, error_rate_percent: 5 })
  await database().$executeRaw`
    update alert set opened_at = now() - interval '40 days', closed_at = case when kind = 'P95_MS' then now() - interval '31 days' end`
  await prunePerformance(32)
  expect(await recentAlerts(5)).toHaveLength(1)
  await prunePerformance(30)
  expect(await recentAlerts(5)).toEqual([])
  expect(await activeAlerts()).toHaveLength(1)
})

describe('the webhook', () => {
  const failing = async () => {
    await jobs(4, 2000)
    await look({ p95_ms: 1000 })
  }
  const recovered = async () => {
    await database().$executeRaw`update stage_row set duration_ms = 1`
    await look({ p95_ms: 1000 })
    await later(61)
    await look({ p95_ms: 1000 })
  }
  const due = () => database().$executeRaw`update alert_message set due_at = now() where sent_at is null`

  test('is told of an alert and of its end, each once, whoever sends', async () => {
    await failing()
    await Promise.all([sendAlerts(config()), sendAlerts(config()), sendAlerts(config())])
    await sendAlerts(config())
    expect(received).toEqual([
      {
        text: '🔴 MemeZap: One job in twenty took more than 2 s (alert above 1 s).',
        event: 'opened',
        messageId: expect.any(String),
        alert: expect.objectContaining({ kind: 'P95_MS', value: 2000, threshold: 1000, closedAt: null }),
      },
    ])
    await recovered()
    await Promise.all([sendAlerts(config()), sendAlerts(config())])
    expect(received.map(({ event }) => event)).toEqual(['opened', 'closed'])
    expect(received[1]!.text).toMatch(/^🟢 MemeZap: Over after .+\. At its worst: one job in twenty took more than 2 s/)
    expect(received[1]!.alert.id).toBe(received[0]!.alert.id)
    const [alert] = await recentAlerts(1)
    expect(alert).toMatchObject({ openingSentAt: expect.any(Date), closingSentAt: expect.any(Date) })
    expect(await webhookState()).toEqual({
      configured: true,
      lastSentAt: expect.any(Date),
      failure: null,
      waiting: 0,
    })
  })

  test('that fails is tried again later and not at once, the opening before the ending, and the failure is shown', async () => {
    await failing()
    answer = 500
    expect(await sendAlerts(config())).toEqual([{ id: expect.any(String), failure: 'The receiver answered 500.' }])
    expect(await sendAlerts(config())).toEqual([])
    expect(await webhookState()).toMatchObject({ failure: 'The receiver answered 500.', waiting: 1, lastSentAt: null })
    await recovered()
    expect(await sendAlerts(config())).toEqual([])
    answer = 302
    await due()
    expect(await sendAlerts(config())).toMatchObject([{ failure: 'The receiver answered 302.' }])
    answer = 200
    await due()
    await sendAlerts(config())
    expect(received.map(({ event }) => event)).toEqual(['opened', 'closed'])
    expect(received[0]!.text).not.toContain('Over')
    expect(await webhookState()).toMatchObject({ failure: null, waiting: 0 })
  })

  test('waits longer after each failure', async () => {
    await failing()
    answer = 503
    const waits: number[] = []
    for (let attempt = 0; attempt < 6; attempt += 1) {
      await due()
      await sendAlerts(config())
      const [row] = await database().$queryRaw<{ seconds: number }[]>`
        select round(extract(epoch from due_at - tried_at))::int as seconds from alert_message`
      waits.push(row!.seconds)
    }
    expect(waits).toEqual([10, 30, 120, 600, 1800, 1800])
    await database().$executeRaw`update alert_message set created_at = now() - interval '25 hours'`
    await due()
    expect(await sendAlerts(config())).toEqual([])
    expect(await webhookState()).toMatchObject({ waiting: 0 })
  })

  test.each([
    ['http://127.0.0.1:9/secret-path', 'The receiver cannot be reached'],
    ['no address: secret-path', 'ALERT_WEBHOOK_URL is no web address.'],
  ])('%s fails in words without the address', async (address, words) => {
    process.env.ALERT_WEBHOOK_URL = address
    await failing()
    const [sent] = await sendAlerts(config())
    expect(sent!.failure).toContain(words)
    expect(sent!.failure).not.toContain('secret-path')
  })

  test('without an address nothing is sent', async () => {
    delete process.env.ALERT_WEBHOOK_URL
    await failing()
    expect(await sendAlerts(config())).toEqual([])
    expect(await webhookState()).toMatchObject({ configured: false, waiting: 1 })
  })
})
