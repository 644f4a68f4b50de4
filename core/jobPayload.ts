import type { ImageFormat } from './format'
import type { Mode } from './mode'
import type { CaptionStyle } from './style'

/** Bytes we have, by their hash, or an address to fetch them from. */
export type Source = { readonly sha256: string; readonly uploadId: string } | { readonly url: string }

export interface GeneratePayload {
  readonly kind: 'GENERATE'
  readonly source: Source
  readonly captions: readonly string[]
  readonly mode: Mode
  readonly style: CaptionStyle
  readonly keepRegions: readonly string[]
  readonly format: ImageFormat
  readonly quality: number
}

export interface AnalyzePayload {
  readonly kind: 'ANALYZE'
  readonly source: Source
}

export type JobPayload = GeneratePayload | AnalyzePayload
