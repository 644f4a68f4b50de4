import type { PlaceKind } from './place/types'
import type { FoundTemplate, RecognitionReport } from './recognition'
import type { Stage } from './stage'

/** How words were taken away: their flat ground repainted, the ground filled in, a template's pixels put there, or several of these (`mixed`). */
export type RemovalMethod = 'none' | 'flat' | 'inpaint' | 'restore' | 'mixed'

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
  /** The most certain first. Memes made before templates were recognised have neither this … */
  readonly matches?: readonly FoundTemplate[]
  /** … nor this; null when none was recognised. */
  readonly recognition?: RecognitionReport | null
  readonly stages: readonly { readonly stage: Stage; readonly durationMs: number; readonly cacheHit: boolean | null }[]
}
