import type { Attributes, Context, Tracer } from '@opentelemetry/api'
import type { StageMeasurement } from '#store/stageRows'

/** Sends what was measured of jobs to where the usual OTEL_* variables say. */
export interface JobTracer {
  /** One trace of one attempt at a job: its wait, and each of its steps, with the very times of its performance rows. */
  trace(whole: StageMeasurement, stages: readonly StageMeasurement[]): void
  /** Sends what is left. */
  close(): Promise<void>
}

type Environment = Readonly<Record<string, string | undefined>>

/** Whether somebody wants traces: there is an address for them, and they are not switched off. */
export function wantsTraces(env: Environment): boolean {
  const address = env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || env.OTEL_EXPORTER_OTLP_ENDPOINT
  return Boolean(address) && env.OTEL_SDK_DISABLED?.toLowerCase() !== 'true' && env.OTEL_TRACES_EXPORTER !== 'none'
}

/**
 * OpenTelemetry's own packages read the variables: where to, headers, sampler, batches, name and attributes of the service. They are loaded only when
 * they are wanted: 0.2 s and some megabytes.
 * @returns undefined when nobody wants traces
 */
export async function openJobTracer(env: Environment): Promise<JobTracer | undefined> {
  if (!wantsTraces(env)) return undefined
  const [api, { BasicTracerProvider, BatchSpanProcessor }, resources, exporter] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace-base'),
    import('@opentelemetry/resources'),
    exporterFor(env.OTEL_EXPORTER_OTLP_TRACES_PROTOCOL ?? env.OTEL_EXPORTER_OTLP_PROTOCOL),
  ])
  const named = resources.resourceFromAttributes({ 'service.name': 'memezap-worker' })
  const provider = new BasicTracerProvider({
    resource: named.merge(resources.detectResources({ detectors: [resources.envDetector] })),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  })
  const tracer = provider.getTracer('memezap')
  const { ROOT_CONTEXT, SpanStatusCode, trace } = api
  const tell = (told: Told, parent: Context): Context => {
    const { name, startMs, endMs, attributes, errorCode } = told
    const span = tracer.startSpan(name, { startTime: startMs, attributes }, parent)
    if (errorCode !== null) span.setStatus({ code: SpanStatusCode.ERROR, message: errorCode })
    span.end(endMs)
    return trace.setSpan(parent, span)
  }
  return {
    trace: (whole, stages) => tellJob(whole, stages, (told, parent) => tell(told, parent ?? ROOT_CONTEXT)),
    close: () => provider.shutdown(),
  }
}

/** Both speak OTLP over HTTP; the specification's default is protobuf. */
async function exporterFor(protocol: string | undefined) {
  const { OTLPTraceExporter } =
    protocol === 'http/json'
      ? await import('@opentelemetry/exporter-trace-otlp-http')
      : await import('@opentelemetry/exporter-trace-otlp-proto')
  return new OTLPTraceExporter()
}

interface Told {
  readonly name: Parameters<Tracer['startSpan']>[0]
  readonly startMs: number
  readonly endMs: number
  readonly attributes: Attributes
  readonly errorCode: string | null
}

function tellJob(
  whole: StageMeasurement,
  stages: readonly StageMeasurement[],
  tell: (told: Told, parent?: Context) => Context,
): void {
  const begun = whole.startedAt.getTime()
  const queued = begun - whole.queuedMs
  const job = tell({ ...toldOf(whole), startMs: queued })
  tell({ name: 'queue', startMs: queued, endMs: begun, attributes: {}, errorCode: null }, job)
  for (const stage of stages) tell(toldOf(stage), job)
}

function toldOf(row: StageMeasurement): Told {
  const startMs = row.startedAt.getTime()
  const optional = {
    'memezap.cache_hit': row.cacheHit,
    'memezap.device': row.device,
    'memezap.model': row.model,
    'memezap.rss_after_bytes': row.rssAfterBytes,
    'memezap.waited_ms': row.waitedMs,
    'memezap.input_bytes': row.inputBytes,
    'memezap.output_bytes': row.outputBytes,
    'memezap.width_px': row.widthPx,
    'memezap.height_px': row.heightPx,
    'error.type': row.errorCode,
  }
  const known = Object.entries(optional).filter(([, value]) => value != null) as [string, string | number | boolean][]
  return {
    name: row.operation,
    startMs,
    endMs: startMs + row.durationMs,
    attributes: {
      'memezap.job_id': row.jobId,
      'memezap.attempt': row.attempt,
      'memezap.worker_id': row.workerId,
      ...Object.fromEntries(known),
    },
    errorCode: row.errorCode,
  }
}
