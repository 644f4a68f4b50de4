import { z } from 'zod'
import type { TemplateDefinition } from '../template'
import { type FieldIssue, TemplateIssuesError } from './fieldIssues'

/** What curators may say of a template: fields that are left out stay as they are. */
export type TemplateEdit = Partial<Omit<TemplateDefinition, 'pictures'>>

const controlCharacters = /[\p{Cc}\p{Cs}]/u

const text = (what: string, max: number) =>
  z
    .string()
    .trim()
    .max(max, `${what} may have ${max} characters at most.`)
    .refine((value) => !controlCharacters.test(value.replaceAll('\n', '')), `${what} has control characters in it.`)

const line = (what: string, max: number) => text(what, max).transform((value) => value.replace(/\s+/g, ' '))

/** Each once, whatever its letters' case; empty ones are nobody's wish. */
const names = (what: string, many: string, max: number, most: number) =>
  z
    .array(line(what, max))
    .max(most, `There may be ${most} ${many} at most.`)
    .transform((values) => {
      const byName = new Map<string, string>()
      for (const value of values)
        if (value !== '' && !byName.has(value.toLowerCase())) byName.set(value.toLowerCase(), value)
      return [...byName.values()]
    })

const within = (what: string, min: number, max: number) =>
  z
    .number(`${what} must be a number.`)
    .min(min, `${what} must be ${min} or more.`)
    .max(max, `${what} must be ${max} or less.`)

const color = z.union(
  [
    z.literal('auto'),
    z
      .string()
      .regex(/^#[0-9a-f]{6}$/i, 'Give a colour like #ff8800.')
      .toLowerCase(),
  ],
  'Give a colour like #ff8800.',
)

const place = z
  .object({
    x: within('x', -1, 1),
    y: within('y', -1, 1),
    width: within('The width', 0.02, 2),
    height: within('The height', 0.02, 2),
    angle: within('The angle', -180, 180),
  })
  .refine(
    ({ x, y, width, height }) => isFraction(x + width / 2) && isFraction(y + height / 2),
    'The middle of the box must lie on the picture.',
  )

const isFraction = (value: number): boolean => value >= 0 && value <= 1

const box = z.object({
  box: place,
  style: z.object({
    font: z.enum(['anton', 'noto-sans', 'comic']),
    color,
    outlineColor: color,
    outlineWidth: z.union([z.literal('auto'), within('The outline', 0, 0.3)], 'The outline must be 0 to 0.3.'),
    letterCase: z.enum(['upper', 'as-typed']),
    align: z.enum(['left', 'center', 'right']),
    verticalAlign: z.enum(['top', 'middle', 'bottom', 'auto']),
  }),
  example: text('An example', 500),
})

const edit = z
  .object({
    slug: z
      .string()
      .trim()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use lower case letters, digits and single hyphens between them.')
      .max(80, 'The slug may have 80 characters at most.')
      // An id in its place would find another template.
      .refine((value) => !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value), 'Choose a slug that is no id.'),
    name: line('The name', 100).refine((value) => value !== '', 'Give the template a name.'),
    aliases: names('A name', 'other names', 100, 30),
    keywords: names('A keyword', 'keywords', 60, 50),
    description: text('The description', 1000),
    boxes: z.array(box).max(20, 'There may be 20 boxes at most.'),
    source: text('The source', 2000),
    licence: text('The licence', 500),
  })
  .partial()

/**
 * What a curator said, checked and tidied: without spaces around, nothing twice.
 * @throws TemplateIssuesError INPUT_INVALID with all that is wrong, field by field
 */
export function readTemplateEdit(said: TemplateEdit): TemplateEdit {
  const read = edit.safeParse(said)
  if (read.success) return read.data
  const issues = read.error.issues.map(({ path, message }): FieldIssue => ({ field: fieldName(path), message }))
  throw new TemplateIssuesError('INPUT_INVALID', issues)
}

/** The path as the API has it, which knows no `style` between a box and its looks. */
const fieldName = (path: readonly PropertyKey[]): string => path.filter((part) => part !== 'style').join('.')
