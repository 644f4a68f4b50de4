import type { Background } from './lettering/types'
import type { SaliencyGrid } from './place/types'
import type { FilledBox, FoundTemplate } from './recognition'
import type { TextLine, TextRegion } from './text'

/** A stored picture: `file` is its name under /images. */
export interface PictureFile {
  readonly file: string
  readonly width: number
  readonly height: number
}

/** A line, and whether the recognised template's own picture has it. */
export type AnalyzedLine = TextLine & { readonly ofTemplate: boolean }

/** A text region with what is under its words. */
export type AnalyzedRegion = Omit<TextRegion, 'lines'> & {
  readonly lines: readonly AnalyzedLine[]
  readonly background: Background
}

/** A recognised template's own picture, as words are put on it. */
export interface AnalyzedTemplate {
  readonly templateId: string
  readonly pictureId: string
  readonly boxes: readonly FilledBox[]
  readonly saliency: SaliencyGrid
}

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
  readonly saliency: SaliencyGrid
  /** The most certain first; null until they have been looked for. */
  readonly matches: readonly FoundTemplate[] | null
  /** Null until it is ready, and when no template is recognised. */
  readonly cleanTemplate: AnalyzedTemplate | null
}
