import { z } from 'zod'

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

/** memegen's config.yml (github.com/jacebrowning/memegen). What we do not know stays in it, so that an export loses nothing. */
export const memegenConfig = z.looseObject({
  name: z.string(),
  source: z.string().nullish(),
  keywords: z.array(z.string().nullable()).nullish(),
  text: z.array(text).min(1),
  example: z.array(z.string().nullable()).nullish(),
})

/** A template's `config.yml` as memegen writes it. */
export type MemegenConfig = z.infer<typeof memegenConfig>

/** One place for words in it. */
export type MemegenText = MemegenConfig['text'][number]
