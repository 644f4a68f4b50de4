import type { ImageFormat } from './format'
import type { Mode } from './mode'
import type { RecognisedPlaces, RecognitionUse } from './recognition'
import type { ChosenStyle } from './style'
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
  /** What the person chose: the rest is as the place has it. */
  readonly style: ChosenStyle
  readonly keepRegions: readonly string[]
  /** What a template is used for that the picture is recognised as, … */
  readonly recognition: RecognitionUse
  /** … and where words go then. */
  readonly places: RecognisedPlaces
  readonly format: ImageFormat
  readonly quality: number
}

/** A picture whose words and places are asked for. */
export interface AnalyzePayload {
  readonly kind: 'ANALYZE'
  readonly source: Source
  /** Whether to look which template it shows. */
  readonly recognise: boolean
}

/** An archive of template folders that is to become templates. */
export interface ImportPayload {
  readonly kind: 'IMPORT'
  /** The uploaded archive. */
  readonly source: { readonly sha256: string; readonly uploadId: string }
  /** What templates become that are not there yet; those that are keep their state. */
  readonly newState: 'draft' | 'published'
  /** For templates that name no licence: publishing needs one. May be empty. */
  readonly licence: string
  /** Only tells what would become of each. */
  readonly dryRun: boolean
  /** Whose name stands in the templates' histories. */
  readonly actor: string
}

/** A picture that is to be made ready for a template. */
export interface TemplatePicturePayload {
  readonly kind: 'TEMPLATE_PICTURE'
  /** Bytes under sources need no upload here; a meme stands for the picture that it was made from. */
  readonly source: Source | { readonly sha256: string } | { readonly memeId: string }
  /** Take the words off first. */
  readonly withoutWords: boolean
}

/** What a job's row holds. */
export type JobPayload = GeneratePayload | AnalyzePayload | ImportPayload | TemplatePicturePayload
