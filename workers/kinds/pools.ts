import type { Config } from '#core/config'
import type { WorkKind } from '#core/workKind'
import { createPool, type Pool } from './pool'

/** One pool for each kind of work: a slow kind has its own line, and no other kind stands in it. */
export type Pools = Readonly<Record<WorkKind, Pool>>

/** @param workers how many of each kind run at once in this process */
export const createPools = (workers: Pick<Config['workers'], WorkKind>): Pools => ({
  ocr: createPool(workers.ocr),
  inpaint: createPool(workers.inpaint),
  render: createPool(workers.render),
  embed: createPool(workers.embed),
})
