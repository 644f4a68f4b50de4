import { graphql } from '../generated/gql'

/** How often and how fast. */
export const OperationFiguresFields = graphql(`
  fragment OperationFiguresFields on OperationFigures {
    count
    errors
    errorRate
    p50Ms
    p95Ms
    p99Ms
    meanMs
    maxMs
    cacheHits
    cacheMisses
    savedMs
  }
`)

/** All that the performance page shows of the chosen time. */
export const PerformanceFields = graphql(`
  fragment PerformanceFields on Performance {
    at
    from
    to
    bucketSeconds
    exact
    operations { operation now { ...OperationFiguresFields } before { ...OperationFiguresFields } }
    splits { operation warmth device figures { ...OperationFiguresFields } }
    jobs: series(operation: "job") { at count errors perSecond cacheHits cacheMisses }
    chosen: series(operation: $operation) { at count p50Ms p95Ms p99Ms }
    failures { code count jobs { jobId stage at } }
    slowestJobs(first: 10) { jobId kind at durationMs queuedMs ok errorCode cacheHit workerId }
    processes { processId kind points { at rssBytes heapUsedBytes cpu load } }
    caches {
      name
      tier
      hits
      misses
      hitRate
      evictions
      failures
      savedMs
      entries
      bytes
      maxBytes
      points { at hits misses }
    }
    choices { operations workers devices }
  }
`)

/** The chosen time, once. */
export const PerformanceFigures = graphql(`
  query PerformanceFigures(
    $range: PerformanceRangeInput
    $operation: String
    $worker: String
    $device: String
    $warmth: Warmth
  ) {
    performance(range: $range, worker: $worker, device: $device, warmth: $warmth) { ...PerformanceFields }
  }
`)

/** The chosen time, again and again. */
export const PerformanceFiguresUpdates = graphql(`
  subscription PerformanceFiguresUpdates(
    $range: PerformanceRangeInput
    $operation: String
    $worker: String
    $device: String
    $warmth: Warmth
    $everySeconds: Int
  ) {
    performance: performanceUpdates(
      range: $range
      worker: $worker
      device: $device
      warmth: $warmth
      everySeconds: $everySeconds
    ) {
      ...PerformanceFields
    }
  }
`)

/** A figure that was over its threshold. */
export const AlertFields = graphql(`
  fragment AlertFields on Alert { id kind value worst threshold openedAt closedAt text openingSentAt closingSentAt }
`)

/** What is judged by, whatever time is chosen: how everything is now, and jobs of the last quarter of an hour. */
export const HealthFields = graphql(`
  fragment HealthFields on Performance {
    at
    operations { operation now { ...OperationFiguresFields } }
    failures { code count }
    queue { kind waiting running oldestWaitingSeconds meanSeconds etaSeconds }
    workers {
      id
      state
      host
      pid
      kinds
      devices
      models { name version state device advice }
      rssBytes
      load
      startedAt
      lastSeenAt
    }
    site { startedAt rssBytes openSubscriptions }
    database { answeredMs sizeBytes connections maxConnections }
    alerts {
      checkedAt
      rules { kind threshold value }
      active { ...AlertFields }
      recent(first: 10) { ...AlertFields }
      webhook { configured lastSentAt failure waiting }
    }
  }
`)

/** How everything is, once. */
export const PerformanceHealth = graphql(`
  query PerformanceHealth {
    performance(range: { minutes: 15 }, operation: "job") { ...HealthFields }
  }
`)

/** How everything is, again and again. */
export const PerformanceHealthUpdates = graphql(`
  subscription PerformanceHealthUpdates {
    performance: performanceUpdates(range: { minutes: 15 }, operation: "job", everySeconds: 5) { ...HealthFields }
  }
`)
