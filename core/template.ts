import type { Box } from './box'
import type { CaptionStyle } from './style'

/** A place for words on a template, with how they look there. */
export interface LetteredBox {
  readonly box: Box
  readonly style: CaptionStyle
}

/** … and an example of them. */
export interface TemplateBox extends LetteredBox {
  /** Example words; may be empty. */
  readonly example: string
}

/** A picture of a template: the default one, or a variant ("style"). */
export interface TemplatePicture {
  /** `default`, or the variant's name. */
  readonly style: string
  /** File name beside the definition. */
  readonly file: string
}

/** Only published templates are found; drafts and retired ones are for curators. */
export type TemplateState = 'draft' | 'published' | 'retired'

/** A template as it is written in a folder: what import reads, export writes, and the starter set is made of. */
export interface TemplateDefinition {
  /** Lower case, digits and hyphens; unique. */
  readonly slug: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly keywords: readonly string[]
  /** What is to be seen, one sentence: also the alternative text. */
  readonly description: string
  readonly boxes: readonly TemplateBox[]
  readonly pictures: readonly TemplatePicture[]
  /** Where it comes from: an address, or words. */
  readonly source: string
  readonly licence: string
}
