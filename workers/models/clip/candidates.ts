import type { Provider } from '#workers/models/session'
import type { Dtype } from './modelFiles'

/** One way to run an encoder. */
export interface Candidate {
  readonly provider: Provider
  readonly dtype: Dtype
}

/** What may be used besides the processor with full precision. */
export interface DeviceChoice {
  /** What may be tried, best first. */
  readonly providers: readonly Provider[]
  /** Use weights in half precision where there are some. */
  readonly halfPrecision: boolean
}

/**
 * What is tried, best first, of the weights that are there. On a GPU half precision is fastest and 8 bits have no kernels;
 * on a processor 8 bits are fastest (3 to 5 times against 32, a quarter of the memory) and half precision is slowest.
 */
export function candidates(
  present: ReadonlySet<Dtype>,
  { providers, halfPrecision }: DeviceChoice,
): readonly Candidate[] {
  const usable = (dtype: Dtype) => present.has(dtype) && (dtype !== 'fp16' || halfPrecision)
  return providers.flatMap((provider) => {
    const order: readonly Dtype[] = provider === 'cpu' ? ['int8', 'fp32', 'fp16'] : ['fp16', 'fp32']
    return order.filter(usable).map((dtype) => ({ provider, dtype }))
  })
}
