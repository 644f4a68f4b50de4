import { slugOfName } from '#core/curation/slugOfName'
import { readTemplateEdit, type TemplateEdit } from '#core/curation/templateEdit'
import type { PreparedPicture } from '#core/preparedPicture'
import { database } from '../database'
import type { StoredTemplate } from '../templates/template'
import { writeTemplate } from '../templates/writeTemplate'
import { freeSlug, needFreeSlug, orSlugTaken } from './slugs'

/** What a new template begins with. */
export interface NewDraft extends TemplateEdit {
  readonly name: string
}

/**
 * A new draft; without a slug, it gets one made of its name.
 * @throws TemplateIssuesError INPUT_INVALID | SLUG_TAKEN
 */
export async function createDraft(said: NewDraft, picture: PreparedPicture, actor: string): Promise<StoredTemplate> {
  const edit = readTemplateEdit(said)
  const {
    name = said.name,
    aliases = [],
    keywords = [],
    description = '',
    boxes = [],
    source = '',
    licence = '',
  } = edit
  return orSlugTaken(() =>
    database().$transaction(async (tx) => {
      if (edit.slug !== undefined) await needFreeSlug(tx, edit.slug)
      const slug = edit.slug ?? (await freeSlug(tx, slugOfName(name)))
      return writeTemplate(tx, null, {
        words: { slug, name, aliases, keywords, description, boxes, source, licence },
        state: 'draft',
        pictures: [{ style: 'default', ...picture }],
        actor,
        action: 'create',
      })
    }),
  )
}
