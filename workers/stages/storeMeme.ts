import { extensionOf } from '#core/format'
import type { GeneratePayload } from '#core/jobPayload'
import type { MemeReport } from '#core/report'
import { putBytes } from '#store/files'
import { saveMeme } from '#store/memes'

interface StoreInput {
  readonly payload: GeneratePayload
  readonly contentKey: string
  /** The key under which the job was asked for; other than `contentKey` for pictures by URL. */
  readonly requestKey: string
  readonly sourceSha256: string
  /** The template whose use is counted. */
  readonly templateId: string | null
  readonly picture: { readonly bytes: Uint8Array; readonly width: number; readonly height: number }
  readonly report: MemeReport
  readonly urlResultMinutes: number
}

/** Writes the picture's file, then the meme and the requests it answers. @returns the meme's id */
export async function storeMeme(input: StoreInput): Promise<string> {
  const { payload, contentKey, requestKey, picture } = input
  const file = await putBytes('images', picture.bytes, extensionOf[payload.format])
  const byAddress = { requestKey, expiresAt: new Date(Date.now() + input.urlResultMinutes * 60_000) }
  const { id } = await saveMeme(
    {
      contentKey,
      sourceSha256: input.sourceSha256,
      file: file.name,
      format: payload.format,
      width: picture.width,
      height: picture.height,
      bytes: file.bytes,
      captions: payload.captions,
      report: input.report,
    },
    [{ requestKey: contentKey, expiresAt: null }, ...(requestKey === contentKey ? [] : [byAddress])],
    input.templateId,
  )
  return id
}
