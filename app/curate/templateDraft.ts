import type { CuratedTemplateFieldsFragment, UpdateTemplateInput } from '../generated/graphql'
import { boxInput, editedBoxes } from './apiBox'
import type { EditedBox } from './editedBox'

type ApiPicture = CuratedTemplateFieldsFragment['pictures'][number]

/** A picture of a template while that is edited. */
export interface DraftPicture extends Pick<ApiPicture, 'image' | 'thumbnail' | 'frames'> {
  /** `default`, or the variant's name. */
  readonly style: string
  /** The id it has; null for a new one, which its job names. */
  readonly pictureId: string | null
  readonly pictureJobId: string | null
}

/** What a curator changes about a template. Plain data: every step of it can be undone. */
export interface TemplateDraft {
  readonly name: string
  readonly slug: string
  readonly aliases: readonly string[]
  readonly keywords: readonly string[]
  readonly description: string
  readonly source: string
  readonly licence: string
  readonly boxes: readonly EditedBox[]
  readonly pictures: readonly DraftPicture[]
}

/** A field of a template, as the API names it. */
export type DraftField = keyof TemplateDraft

/** The fields in the order in which they are told. */
export const draftFields: readonly DraftField[] = [
  'name',
  'slug',
  'aliases',
  'keywords',
  'description',
  'source',
  'licence',
  'boxes',
  'pictures',
]

/** A stored template as a draft of its next version. */
export function templateDraft({ template, pictures }: CuratedTemplateFieldsFragment): TemplateDraft {
  const { name, slug, aliases, keywords, description, source, licence, boxes } = template
  return {
    name,
    slug,
    aliases,
    keywords,
    description,
    source,
    licence,
    boxes: editedBoxes(boxes),
    pictures: pictures.map(({ id, style, image, thumbnail, frames }) => ({
      style,
      pictureId: id,
      pictureJobId: null,
      image,
      thumbnail,
      frames,
    })),
  }
}

/** What the API takes of a template. */
export type DraftInput = Required<Omit<UpdateTemplateInput, 'id' | 'expectedVersion'>>

const inputOf = (draft: TemplateDraft): DraftInput => ({
  ...draft,
  boxes: draft.boxes.map(boxInput),
  pictures: draft.pictures.map(({ style, pictureId, pictureJobId }) =>
    pictureId === null ? { style, pictureJobId } : { style, pictureId },
  ),
})

/** The fields that differ between two drafts, as the API takes them from the second. Empty when nothing does. */
export function changedInput(from: TemplateDraft, to: TemplateDraft): Partial<DraftInput> {
  const [before, after] = [inputOf(from), inputOf(to)]
  const changed = draftFields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
  return Object.fromEntries(changed.map((field) => [field, after[field]]))
}

/** Names of the fields that differ. */
export const changedFields = (from: TemplateDraft, to: TemplateDraft): readonly DraftField[] =>
  draftFields.filter((field) => field in changedInput(from, to))
