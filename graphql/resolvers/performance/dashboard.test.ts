import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiAdminToken, askAsCurator } from '#e2e/support/api'
import { stageRow } from '#e2e/support/stageRow'
import { withTestStore } from '#e2e/support/testStore'
import { saveStageRows } from '#store/stageRows'
import { saveSignOfLife } from '#store/workers'

withTestStore()

beforeAll(async () => {
  process.env.MEMEZAP_ADMIN_TOKEN = apiAdminToken
  await saveStageRows([
    stageRow('ocr', 100, { cacheHit: false, device: 'cpu' }),
    stageRow('ocr', 300, { cacheHit: false, device: 'cpu' }),
    stageRow('ocr', 40, { cacheHit: false, device: 'cuda' }),
    stageRow('ocr', 2, { cacheHit: true, device: 'cuda' }),
    stageRow('render', 10, {}),
    stageRow('job', 500, { cacheHit: false, device: 'cpu' }),
  ])
  const vision = { provider: 'cuda', dtype: 'fp16', loadMs: 1 }
  await saveSignOfLife({
    id: 'one',
    state: 'READY',
    kinds: ['ocr', 'inpaint', 'render', 'embed'],
    host: 'here',
    pid: 7,
    queueIds: [],
    models: {
      ocr: { engine: 'paddle', version: '4', device: 'cpu', loadMs: 3 },
      clip: { state: 'ready', model: 'B/16', version: '1', vision, text: vision, notUsed: ['cuda lacks a library.'] },
      recognition: 3,
      later: null,
    },
    rssBytes: 5e8,
    load: 1,
  })
})
afterAll(() => {
  delete process.env.MEMEZAP_ADMIN_TOKEN
})

interface Split {
  readonly operation: string
  readonly warmth: string | null
  readonly device: string | null
  readonly figures: { readonly count: number; readonly p50Ms: number }
}

async function performance<T>(args: string, fields: string): Promise<T> {
  const { data, errors } = await askAsCurator(`{ performance${args} { ${fields} } }`)
  expect(errors).toBeUndefined()
  return (data as { performance: T }).performance
}

const told = ({ warmth, device, figures: { count, p50Ms } }: Split) => [warmth ?? device, count, p50Ms]
const fields = 'splits { operation warmth device figures { count p50Ms } }'

test('tells warm and cold apart, and devices', async () => {
  const { splits } = await performance<{ splits: Split[] }>('', fields)
  expect(splits.filter(({ operation }) => operation === 'ocr').map(told)).toEqual([
    ['WARM', 1, 2],
    ['COLD', 3, 100],
    ['cpu', 2, 200],
    ['cuda', 2, 21],
  ])
  expect(splits.filter(({ operation }) => operation === 'render')).toEqual([])
})

test('a filter does not take away what is compared', async () => {
  const { splits } = await performance<{ splits: Split[] }>('(operation: "ocr", warmth: COLD)', fields)
  expect(splits.map(told)).toEqual([
    ['WARM', 1, 2],
    ['COLD', 3, 100],
    ['cpu', 2, 200],
    ['cuda', 1, 40],
  ])
})

test('a chart may be of another operation than the rest', async () => {
  const counted = (series: { count: number }[]) => series.reduce((sum, { count }) => sum + count, 0)
  const { ocr, job } = await performance<Record<'ocr' | 'job', { count: number }[]>>(
    '',
    'ocr: series(operation: "ocr") { count } job: series { count }',
  )
  expect([counted(ocr), counted(job)]).toEqual([4, 1])
})

test('tells how site, database and models are', async () => {
  const { site, database, workers, alerts } = await performance<Record<string, unknown>>(
    '',
    `site { startedAt rssBytes openSubscriptions } database { answeredMs sizeBytes connections maxConnections }
      workers { devices models { name version state device advice } } alerts { rules { kind } active { kind } }`,
  )
  expect(site).toMatchObject({ rssBytes: expect.any(Number), openSubscriptions: 0 })
  expect(database).toEqual({
    answeredMs: expect.any(Number),
    sizeBytes: expect.any(Number),
    connections: expect.any(Number),
    maxConnections: expect.any(Number),
  })
  expect(workers).toEqual([
    {
      devices: ['cpu', 'cuda'],
      models: [
        { name: 'ocr', version: 'paddle 4', state: 'ready', device: 'cpu', advice: null },
        { name: 'clip', version: 'B/16', state: 'ready', device: 'cuda', advice: 'cuda lacks a library.' },
      ],
    },
  ])
  expect(alerts).toMatchObject({ rules: expect.any(Array), active: [] })
})

test('a reason that only another version knows is told, and takes nothing else away', async () => {
  await saveStageRows([stageRow('job', 5, { ok: false, errorCode: 'OF_ANOTHER_VERSION', workerId: 'former' })])
  const { failures } = await performance<{ failures: object[] }>('(worker: "former")', 'failures { code count }')
  expect(failures).toEqual([{ code: 'OF_ANOTHER_VERSION', count: 1 }])
})
