import type { PlaceKind } from './place/types'
import type { Stage } from './stage'

/** How words were taken away: their flat ground repainted, the ground filled in, or both (`mixed`). */
export type RemovalMethod = 'none' | 'flat' | 'inpaint' | 'mixed'

/** What was done to make a meme: shown to the person, stored with the meme. */
export interface MemeReport {
  readonly textFound: readonly string[]
  readonly removal: {
    readonly regionsRemoved: number
    readonly method: RemovalMethod
    /** In words; null when something was removed. */
    readonly skippedBecause: string | null
  }
  readonly placement: PlaceKind
  readonly animatedSource: boolean
  readonly stages: readonly { readonly stage: Stage; readonly durationMs: number; readonly cacheHit: boolean | null }[]
}
