import { Gauge, type MetricObjectWithValues, type MetricValueWithName } from 'prom-client'
import type { Total } from '#store/performance/totals'
import { belowBorders, secondBorders } from './durations'

const NAME = 'memezap_operation_duration_seconds'
const HELP = 'How long operations took, failures included; operation="job" are whole jobs without their wait.'

/**
 * A histogram that tells what the database has counted: prom-client's own can only count by itself, and is printed by a way of its own; a gauge is
 * printed as its values say.
 */
export class DurationMetric extends Gauge<'operation'> {
  readonly #totals: readonly Total[]

  constructor(totals: readonly Total[]) {
    super({ name: NAME, help: HELP, labelNames: ['operation'], registers: [] })
    this.#totals = totals
  }

  override async get(): Promise<MetricObjectWithValues<MetricValueWithName<'operation'>>> {
    const operations = [...new Set(this.#totals.map(({ operation }) => operation))]
    const values = operations.flatMap((operation) => {
      const totals = this.#totals.filter((total) => total.operation === operation)
      const value = (name: string, amount: number, labels: object = {}) => ({
        metricName: `${NAME}_${name}`,
        labels: { operation, ...labels },
        value: amount,
      })
      const count = totals.reduce((sum, total) => sum + total.count, 0)
      const seconds = totals.reduce((sum, total) => sum + total.sumMs, 0) / 1000
      return [
        ...belowBorders(totals).map((below, index) => value('bucket', below, { le: secondBorders[index]! })),
        value('bucket', count, { le: '+Inf' }),
        value('sum', seconds),
        value('count', count),
      ]
    })
    return {
      name: NAME,
      help: HELP,
      type: 'histogram',
      aggregator: 'sum',
      values,
    } as unknown as MetricObjectWithValues<MetricValueWithName<'operation'>>
  }
}
