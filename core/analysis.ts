import type { Background } from './lettering/types'
import type { TextRegion } from './text'

/** A stored picture: `file` is its name under /images. */
export interface PictureFile {
  readonly file: string
  readonly width: number
  readonly height: number
}

/** A text region with what is under its words. */
export type AnalyzedRegion = TextRegion & { readonly background: Background }

/** What we know of a picture before anybody asks for a meme of it. Plain data: stored as JSON with the job. */
export interface Analysis {
  readonly uploadId: string
  /** Of the upright picture, in pixels. */
  readonly width: number
  readonly height: number
  readonly animated: boolean
  readonly regions: readonly AnalyzedRegion[]
  readonly willRemoveText: boolean
  readonly picture: PictureFile | null
  /** Null until it is made, and when there is nothing to remove. */
  readonly cleanedPicture: PictureFile | null
  /** Row by row, 0..1. */
  readonly saliency: { readonly columns: number; readonly rows: number; readonly values: readonly number[] }
}
