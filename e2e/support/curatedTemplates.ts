import { randomUUID } from 'node:crypto'
import type { PreparedPicture } from '#core/preparedPicture'
import { defaultStyle } from '#core/style'
import type { TemplateState } from '#core/template'
import { database } from '#store/database'
import { saveTemplate, type TemplateWords } from '#store/templates/saveTemplate'

/** A picture that no file stands behind: enough for all that looks at rows only. */
export const preparedPicture = (seed: string, frames = 1): PreparedPicture => {
  const sha256 = Buffer.from(seed).toString('hex').padEnd(64, '0').slice(0, 64)
  return {
    sourceSha256: sha256,
    file: `${sha256}.jpg`,
    width: 800,
    height: 600,
    thumbFile: `${sha256}.webp`,
    thumbWidth: 480,
    thumbHeight: 360,
    frames,
  }
}

/** A template with all that publishing needs. */
export const savedTemplate = (slug: string, words: Partial<TemplateWords> = {}, state: TemplateState = 'draft') =>
  saveTemplate({
    words: {
      slug,
      name: slug.replaceAll('-', ' '),
      aliases: [],
      keywords: [],
      description: 'A plain sight.',
      boxes: [{ box: { x: 0.1, y: 0.1, width: 0.5, height: 0.2, angle: 0 }, style: defaultStyle, example: 'words' }],
      source: 'own drawing',
      licence: 'MIT',
      ...words,
    },
    state,
    pictures: [{ style: 'default', ...preparedPicture(slug) }],
    actor: 'starter set',
    action: 'create',
  })

/** A finished job that made a picture ready. @returns its id */
export async function pictureJob(seed: string, frames = 1): Promise<string> {
  const { id } = await database().job.create({
    data: {
      id: randomUUID(),
      kind: 'TEMPLATE_PICTURE',
      state: 'DONE',
      payload: {},
      requestKey: randomUUID(),
      templatePicture: { ...preparedPicture(seed, frames) },
      finishedAt: new Date(),
    },
  })
  return id
}
