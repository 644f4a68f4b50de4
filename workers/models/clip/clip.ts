import type { Bitmap } from '#core/bitmap'
import type { OpenedTower } from './clipThread'

/** How one encoder runs. */
export type TowerReport = Pick<OpenedTower, 'provider' | 'dtype' | 'loadMs'>

/** What the worker's row says about CLIP. */
export type ClipReport =
  | {
      readonly state: 'ready'
      readonly model: string
      readonly version: string
      readonly vision: TowerReport
      readonly text: TowerReport
      /** Why a better device is not used, when one was asked for. */
      readonly notUsed: readonly string[]
    }
  | { readonly state: 'missing'; readonly model: string; readonly missing: readonly string[]; readonly how: string }
  | { readonly state: 'broken'; readonly model: string; readonly problem: string; readonly how: string }

/** Pictures and words as vectors in one space: what means the same lies close. */
export interface Clip {
  readonly report: ClipReport
  /** False without weights: the methods below answer undefined. */
  readonly available: boolean
  /**
   * The vector of what a picture shows.
   * @returns 512 numbers, length 1; undefined when CLIP is not available
   * @throws Error when the device fails
   */
  embedImage(bitmap: Bitmap): Promise<Float32Array | undefined>
  /** The vector of what words mean, see `embedImage`. Small and capital letters, and spaces, make no difference. */
  embedText(text: string): Promise<Float32Array | undefined>
  close(): Promise<void>
}
