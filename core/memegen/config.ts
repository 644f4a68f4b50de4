import { z } from 'zod'
import { captionStyle } from '../templateFile'

const text = z.looseObject({
  style: z.string().default('upper'),
  color: z.string().default('white'),
  font: z.string().default('thick'),
  anchor_x: z.number().default(0),
  anchor_y: z.number().default(0),
  angle: z.number().default(0),
  scale_x: z.number().default(1),
  scale_y: z.number().default(0.2),
  align: z.string().default('center'),
})

/** What we know of a template and memegen has no words for. Only what a plain import would not come to by itself is written. */
const beyond = z.strictObject({
  aliases: z.array(z.string()).optional(),
  description: z.string().optional(),
  licence: z.string().optional(),
  /** Curators took it out of sight: an import leaves it so. */
  state: z.literal('retired').optional(),
  /** The whole look of each text in turn; null where memegen's words say it all. */
  styles: z.array(captionStyle.nullable()).optional(),
})

/** memegen's config.yml (github.com/jacebrowning/memegen). What we do not know stays in it, so that an export loses nothing. */
export const memegenConfig = z.looseObject({
  name: z.string(),
  source: z.string().nullish(),
  keywords: z.array(z.string().nullable()).nullish(),
  text: z.array(text),
  example: z.array(z.string().nullable()).nullish(),
  memezap: beyond.optional(),
})

/** A template's `config.yml` as memegen writes it, and with what is ours under `memezap`. */
export type MemegenConfig = z.infer<typeof memegenConfig>

/** One place for words in it. */
export type MemegenText = MemegenConfig['text'][number]

/** What is ours in it. */
export type BeyondMemegen = z.infer<typeof beyond>
