import { expect, vi } from 'vitest'
import type { PictureFile } from './createPage'
import { type MemeClient, memeClient } from './memeClient'
import type { Stack } from './stack'

const question = `mutation ($input: AnalyzePictureInput!) { analyzePicture(input: $input) {
  ... on JobTicket { job { analysis { matches { recognised template { slug } } } } }
} }`

interface Answer {
  readonly analyzePicture: {
    readonly job: { readonly analysis: { readonly matches: readonly { readonly recognised: boolean }[] } }
  }
}

/** A meme as it is found on the web: a published template with words on it, made here; resolves once the worker recognises such pictures. */
export async function knownMeme(stack: Stack, slug: string, captions: readonly string[]): Promise<PictureFile> {
  const client = memeClient(stack.url)
  const { meme } = await client.generate({ templateId: slug }, captions)
  const buffer = Buffer.from(await (await fetch(new URL(meme!.url, stack.url))).arrayBuffer())
  const uploadId = await client.upload(buffer)
  await vi.waitFor(async () => expect(await isRecognised(client, uploadId)).toBe(true), {
    timeout: 30_000,
    interval: 100,
  })
  return { name: `${slug}.jpg`, mimeType: 'image/jpeg', buffer }
}

async function isRecognised(client: MemeClient, uploadId: string): Promise<boolean> {
  const answer = await client.ask<Answer>(question, { input: { source: { uploadId }, waitMs: 30_000 } })
  return answer.analyzePicture.job.analysis.matches[0]?.recognised ?? false
}
