import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { stageRow } from '#e2e/support/stageRow'
import type { StageMeasurement } from '#store/stageRows'
import { openJobTracer, wantsTraces } from './jobTracer'

interface Span {
  readonly name: string
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly startTimeUnixNano: string
  readonly endTimeUnixNano: string
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[]
  readonly status: { readonly code: number; readonly message?: string }
}

interface Received {
  readonly path: string
  readonly type: string
  readonly header: string | undefined
  readonly body: Buffer
}

/** A collector: takes what is sent over OTLP. */
async function collector() {
  const received: Received[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const { url: path = '', headers } = request
      received.push({
        path,
        type: headers['content-type'] ?? '',
        header: headers['x-key'] as string | undefined,
        body: Buffer.concat(parts),
      })
      response.writeHead(200, { 'content-type': headers['content-type'] ?? '' }).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, received, close: () => new Promise((resolve) => server.close(resolve)) }
}

const before = { ...process.env }
afterEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith('OTEL_')) delete process.env[name]
  Object.assign(process.env, before)
})

const jobId = randomUUID()
const begun = new Date('2026-11-23T12:00:00.500Z')
const row = (operation: StageMeasurement['operation'], afterMs: number, durationMs: number): StageMeasurement =>
  stageRow(operation, durationMs, { jobId, startedAt: new Date(begun.getTime() + afterMs), queuedMs: 20 })
const failed = { ok: false, errorCode: 'JOB_TIMEOUT' } as const

test('sends a job as a trace whose spans are its rows', async () => {
  const { url, received, close } = await collector()
  Object.assign(process.env, {
    OTEL_EXPORTER_OTLP_ENDPOINT: url,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    OTEL_EXPORTER_OTLP_HEADERS: 'x-key=secret',
    OTEL_SERVICE_NAME: 'memes-here',
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test',
  })
  const tracer = await openJobTracer(process.env)
  tracer!.trace({ ...row('job', 0, 150), ...failed }, [
    { ...row('decode', 1, 9.5), cacheHit: true },
    { ...row('ocr', 12, 130.25), ...failed, device: 'cpu', model: 'PP-OCRv4' },
  ])
  await tracer!.close()
  await close()

  expect(received).toHaveLength(1)
  expect(received[0]).toMatchObject({ path: '/v1/traces', type: 'application/json', header: 'secret' })
  const { resource, scopeSpans } = JSON.parse(received[0]!.body.toString()).resourceSpans[0]
  expect(resource.attributes).toEqual(
    expect.arrayContaining([
      { key: 'service.name', value: { stringValue: 'memes-here' } },
      { key: 'deployment.environment.name', value: { stringValue: 'test' } },
    ]),
  )
  const spans: Span[] = scopeSpans[0].spans
  const [job, ...inside] = spans.toSorted(
    (a, b) => Number(a.parentSpanId !== undefined) - Number(b.parentSpanId !== undefined),
  )
  expect(job).toMatchObject({ name: 'job', status: { code: 2, message: 'JOB_TIMEOUT' } })
  expect(inside.map(({ name }) => name)).toEqual(['queue', 'decode', 'ocr'])
  for (const span of inside) expect(span).toMatchObject({ traceId: job!.traceId, parentSpanId: job!.spanId })
  const milliseconds = ({ startTimeUnixNano, endTimeUnixNano }: Span) =>
    [startTimeUnixNano, endTimeUnixNano].map((nanos) => Number(BigInt(nanos) / 1000n) / 1000 - begun.getTime())
  expect(milliseconds(job!)).toEqual([-20, 150])
  expect(milliseconds(inside[0]!)).toEqual([-20, 0])
  expect(milliseconds(inside[2]!)).toEqual([12, expect.closeTo(142.25, 2)])
  const attributes = Object.fromEntries(inside[2]!.attributes.map(({ key, value }) => [key, Object.values(value)[0]]))
  expect(attributes).toEqual({
    'memezap.job_id': jobId,
    'memezap.attempt': 1,
    'memezap.worker_id': 'one',
    'memezap.device': 'cpu',
    'memezap.model': 'PP-OCRv4',
    'error.type': 'JOB_TIMEOUT',
  })
})

test('sends protobuf unless told otherwise', async () => {
  const { url, received, close } = await collector()
  process.env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT = `${url}/here`
  const tracer = await openJobTracer(process.env)
  tracer!.trace(row('job', 0, 150), [])
  await tracer!.close()
  await close()
  expect(received[0]).toMatchObject({ path: '/here', type: 'application/x-protobuf' })
  expect(received[0]!.body.includes('memezap-worker')).toBe(true)
})

test('is not there when nobody wants it', async () => {
  const OTEL_EXPORTER_OTLP_ENDPOINT = 'http://127.0.0.1:1'
  expect(wantsTraces({ OTEL_EXPORTER_OTLP_ENDPOINT })).toBe(true)
  for (const env of [
    {},
    { OTEL_EXPORTER_OTLP_ENDPOINT: '' },
    { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SDK_DISABLED: 'true' },
    { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_TRACES_EXPORTER: 'none' },
  ])
    expect(await openJobTracer(env)).toBeUndefined()
})
