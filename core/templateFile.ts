import { z } from 'zod'
import type { CaptionStyle } from './style'
import type { TemplateDefinition } from './template'

const color = z.union([z.literal('auto'), z.string().regex(/^#[0-9a-f]{6}$/i)])

/** A caption's look in a template's file. */
export const captionStyle: z.ZodType<CaptionStyle> = z.object({
  font: z.enum(['anton', 'noto-sans', 'comic']),
  color,
  outlineColor: color,
  outlineWidth: z.union([z.literal('auto'), z.number().min(0)]),
  letterCase: z.enum(['upper', 'as-typed']),
  align: z.enum(['left', 'center', 'right']),
  verticalAlign: z.enum(['top', 'middle', 'bottom', 'auto']),
})

const box = z.object({
  box: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number(), angle: z.number() }),
  style: captionStyle,
  example: z.string(),
})

/** An export names the picture's file by it: it must not lead anywhere else. */
const pictureStyle = z.string().regex(/^[^./\\][^/\\]*$/, 'must be a name, without slashes')

/** template.json of a template's folder, as `npm run starter` writes it. */
export const templateFile: z.ZodType<TemplateDefinition> = z.object({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case letters, digits and hyphens'),
  name: z.string().min(1),
  aliases: z.array(z.string()),
  keywords: z.array(z.string()),
  description: z.string(),
  boxes: z.array(box),
  pictures: z.array(z.object({ style: pictureStyle, file: z.string().min(1) })),
  source: z.string(),
  licence: z.string(),
})
