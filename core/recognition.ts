import type { Background } from './lettering/types'
import type { TemplateBox } from './template'

/**
 * What a template is used for that a picture is recognised as. `RESTORE`: what it has under old words comes back. `CLEAN_TEMPLATE`: its own
 * picture takes the place of the upload. `IGNORE`: nothing, as if it were not known.
 */
export type RecognitionUse = 'RESTORE' | 'CLEAN_TEMPLATE' | 'IGNORE'

/** Where words go on a recognised picture: in the template's boxes, or where old words stood. */
export type RecognisedPlaces = 'TEMPLATE_BOXES' | 'OLD_PLACES'

/** A template's box on a certain picture, with what is under it there; null when nobody has looked. */
export interface FilledBox extends TemplateBox {
  readonly background: Background | null
}

/** A template that a picture may show. Plain data: stored with analyses and memes, so it names what may be gone by then. */
export interface FoundTemplate {
  readonly templateId: string
  readonly pictureId: string
  readonly name: string
  /** The picture's: `default` or a variant's name. */
  readonly style: string
  /** 0..1, what `vector_db.similarity_threshold` is compared with. */
  readonly confidence: number
  readonly recognised: boolean
  readonly how: 'fingerprint+alignment'
  readonly flipped: boolean
  /** In the order of captions; those that lie mostly off the picture are left out, … */
  readonly boxes: readonly FilledBox[]
  /** … and these are how many. */
  readonly boxesLeftOut: number
}

/** What was done with a recognised template. */
export interface RecognitionReport {
  readonly use: RecognitionUse
  readonly templateId: string
  readonly name: string
  /** Null when the mode put the words elsewhere. */
  readonly places: RecognisedPlaces | null
  /** Captions, by what became of their ground. */
  readonly regionsRestored: number
  readonly regionsInpainted: number
  readonly regionsOfTemplate: number
}
