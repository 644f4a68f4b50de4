import { type FieldIssue, TemplateIssuesError } from '#core/curation/fieldIssues'
import type { NewTemplatePicture } from '../templates/saveTemplate'
import type { StoredTemplate } from '../templates/template'
import { preparedPicture } from './preparedPicture'

/** A picture that a template shall have: one of its own, or a new one. */
export interface PictureChoice {
  readonly style: string
  readonly pictureId?: string
  readonly pictureJobId?: string
}

const MOST = 30
const styleForm = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._-]{0,58}[\p{L}\p{N}])?$/u

/**
 * The pictures that were chosen.
 * @throws TemplateIssuesError INPUT_INVALID: a style that is none or comes twice, no default picture, a picture that is not there
 */
export async function choosePictures(
  template: StoredTemplate,
  choices: readonly PictureChoice[],
): Promise<NewTemplatePicture[]> {
  const styles = choices.map(({ style }) => style)
  const issues = choices.flatMap(({ style }, index): FieldIssue[] => {
    const field = `pictures.${index}.style`
    if (!styleForm.test(style))
      return [{ field, message: 'Name the picture with letters, digits, spaces and . _ -, 60 at most.' }]
    return styles.indexOf(style) < index ? [{ field, message: `There are two pictures named ${style}.` }] : []
  })
  if (choices.length > MOST) issues.push({ field: 'pictures', message: `There may be ${MOST} pictures at most.` })
  if (!styles.includes('default'))
    issues.push({ field: 'pictures', message: 'One of the pictures must be the default one.' })
  if (issues.length > 0) throw new TemplateIssuesError('INPUT_INVALID', issues)
  return Promise.all(choices.map((choice, index) => chosen(template, choice, `pictures.${index}`)))
}

async function chosen(
  { pictures }: StoredTemplate,
  { style, pictureId, pictureJobId }: PictureChoice,
  field: string,
): Promise<NewTemplatePicture> {
  if (pictureJobId !== undefined) return { style, ...(await preparedPicture(pictureJobId, `${field}.pictureJobId`)) }
  const own = pictures.find(({ id }) => id === pictureId)
  if (!own) {
    const message = 'The template has no such picture (any more).'
    throw new TemplateIssuesError('INPUT_INVALID', [{ field: `${field}.pictureId`, message }])
  }
  const { id: _, templateId: __, ...picture } = own
  return { ...picture, style }
}
