import { randomUUID } from 'node:crypto'
import { defaultStyle } from '#core/style'
import { putBytes } from '#store/files'
import type { StoredTemplate } from '#store/templates/template'
import { saveUpload } from '#store/uploads'
import { ask } from './api'
import { savedTemplate } from './curatedTemplates'

/** All that a client may want to know of a batch. */
export const batchSelection = `id total waiting running done failed fraction etaSeconds ended cancelledAt
  items { index job { id state } meme { id } problem { __typename code message } }`

const generate = `mutation ($input: GenerateMemesInput!) {
  generateMemes(input: $input) {
    __typename
    ... on BatchTicket {
      batch { ${batchSelection} }
      items {
        __typename
        ... on JobTicket { joined fromFinishedMeme job { id state queuePosition meme { captions } } }
        ... on Problem { code message }
        ... on CaptionProblem { captionIndex }
        ... on RequestProblem { field }
      }
    }
    ... on Problem { code message retryable }
    ... on RequestProblem { field }
  }
}`

/** What `generateMemes` answers. */
export async function generateMemes(input: object) {
  const { data, errors } = await ask(generate, { input })
  if (!data) throw new Error(JSON.stringify(errors))
  return data.generateMemes
}

/** Bytes that nobody sent before, as an upload; they need not be a picture where no worker looks at them. */
export const newUpload = async (): Promise<string> =>
  (await saveUpload(await putBytes('sources', Buffer.from(randomUUID())), 1)).id

/** A published template with two boxes and a picture that no worker could open. */
export const newTemplate = (slug: string): Promise<StoredTemplate> => {
  const box = (y: number) => ({
    box: { x: 0.1, y, width: 0.8, height: 0.3, angle: 0 },
    style: defaultStyle,
    example: '',
  })
  return savedTemplate(slug, { boxes: [box(0.1), box(0.6)] }, 'published')
}
