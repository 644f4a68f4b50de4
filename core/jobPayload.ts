import type { ImageFormat } from './format'
import type { Mode } from './mode'
import type { CaptionStyle } from './style'
import type { LetteredBox } from './template'

/** Bytes we have, by their hash, or an address to fetch them from. */
export type Source = { readonly sha256: string; readonly uploadId: string } | { readonly url: string }

/**
 * A template's own picture and the boxes that captions go into, in their final style: a worker needs no look-up, and a template that was changed
 * makes another request.
 */
export interface TemplateSource {
  readonly templateId: string
  readonly sha256: string
  readonly boxes: readonly LetteredBox[]
}

/** A meme that is asked for: checked input, as the job's row holds it. `quality` is 1..100, `keepRegions` are ids of `TextRegion`s. */
export interface GeneratePayload {
  readonly kind: 'GENERATE'
  readonly source: Source | TemplateSource
  readonly captions: readonly string[]
  readonly mode: Mode
  readonly style: CaptionStyle
  readonly keepRegions: readonly string[]
  readonly format: ImageFormat
  readonly quality: number
}

/** A picture whose words and places are asked for. */
export interface AnalyzePayload {
  readonly kind: 'ANALYZE'
  readonly source: Source
}

/** What a job's row holds. */
export type JobPayload = GeneratePayload | AnalyzePayload
