import { canonicalJson } from '#core/canonicalJson'
import { TemplateIssuesError } from '#core/curation/fieldIssues'
import { missingForPublishing } from '#core/curation/missingForPublishing'
import { readTemplateEdit, type TemplateEdit } from '#core/curation/templateEdit'
import { database } from '../database'
import type { NewTemplatePicture, TemplateWords } from '../templates/saveTemplate'
import type { StoredTemplate } from '../templates/template'
import { writeTemplate } from '../templates/writeTemplate'
import { choosePictures, type PictureChoice } from './choosePictures'
import { lockTemplate, unchanged } from './lockTemplate'
import { needFreeSlug, orSlugTaken } from './slugs'

/** What a curator changes: what is left out stays. */
export interface TemplateEditRequest {
  readonly id: string
  readonly expectedVersion: number
  readonly edit: TemplateEdit
  readonly pictures?: readonly PictureChoice[]
  readonly actor: string
}

/** @throws TemplateIssuesError NOT_READY_TO_PUBLISH with all that is missing */
export function needReady(words: TemplateWords): void {
  const missing = missingForPublishing(words)
  if (missing.length > 0) throw new TemplateIssuesError('NOT_READY_TO_PUBLISH', missing)
}

/**
 * Changes a template, whatever its state; one that says nothing new is left as it is, without an entry in its history.
 * @throws AppError NOT_FOUND; TemplateConflictError; TemplateIssuesError
 */
export async function editTemplate(request: TemplateEditRequest): Promise<StoredTemplate> {
  const { id, expectedVersion, actor } = request
  const edit = readTemplateEdit(request.edit)
  return orSlugTaken(() =>
    database().$transaction(async (tx) => {
      const old = await lockTemplate(tx, id, expectedVersion)
      const same = unchanged(old)
      const words = { ...same.words, ...edit }
      const pictures = request.pictures ? await choosePictures(old, request.pictures) : same.pictures
      if (isSame(same, { words, pictures })) return old
      if (same.state === 'published') needReady(words)
      if (words.slug !== old.slug) await needFreeSlug(tx, words.slug, id)
      return writeTemplate(tx, old, { ...same, words, pictures, actor, action: 'edit' })
    }),
  )
}

type Content = { readonly words: TemplateWords; readonly pictures: readonly NewTemplatePicture[] }

function isSame(one: Content, other: Content): boolean {
  const ordered = ({ words, pictures }: Content) =>
    canonicalJson({ words, pictures: Object.fromEntries(pictures.map((picture) => [picture.style, picture])) })
  return ordered(one) === ordered(other)
}
