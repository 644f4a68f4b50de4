import type { LeanClient } from '../leanClient'
import { benchPicture } from '../picture'
import { oldWords, templatePicture, unseenWords } from '../scenarios'

/** Something that somebody wants; from asking to having it. */
export type Wish = (client: LeanClient) => Promise<void>

/** How wishes of a kind are made up: nothing that takes time is left for the moment of asking. */
export interface WishMaker {
  /** Uploads and asks what the wishes stand on. */
  prepare(client: LeanClient): Promise<void>
  next(): Wish
}

/** A template with unseen words. */
export function templateWishes(templateId: string): WishMaker {
  return {
    prepare: async () => {},
    next: () => (client) => client.generate({ templateId }, unseenWords()),
  }
}

/** Of eight that come: which share of them is what. */
export const mixture = [
  'template',
  'otherWords',
  'equal',
  'template',
  'firstTime',
  'otherWords',
  'template',
  'noWords',
] as const

/** One of the mixture, by name. */
export type Kind = (typeof mixture)[number]

/** In words, for reports. */
export const mixtureWords = '3 of a template, 2 other words, 1 first time, 1 without words, 1 equal request'

const equalWords = ['SAID BEFORE', 'AND AGAIN']

/**
 * A mixture of all kinds, in this order again and again.
 * @param seed keeps apart who runs
 * @param pictures how many new ones are drawn beforehand: forty milliseconds each. After the last the first comes again.
 * @param templateId null: its picture is uploaded, as who has no templates does
 */
export function mixedWishes(seed: number, pictures: number, templateId: string | null): WishMaker {
  const known = benchPicture(seed, oldWords)
  const captioned = Array.from({ length: Math.ceil(pictures / 2) }, (_, k) => benchPicture(seed + 1 + k, oldWords))
  const plain = Array.from({ length: Math.ceil(pictures / 2) }, (_, k) => benchPicture(seed + 5000 + k, null))
  let uploadId = ''
  let number = 0
  const used = { firstTime: 0, noWords: 0 }
  const fresh = (kind: keyof typeof used, from: readonly Buffer[]) => from[used[kind]++ % from.length]!
  const make: Readonly<Record<Kind, () => Wish>> = {
    template: () => async (client) =>
      client.generate(templateId ? { templateId } : await client.upload(templatePicture), unseenWords()),
    otherWords: () => (client) => client.generate(uploadId, unseenWords()),
    equal: () => (client) => client.generate(uploadId, equalWords),
    firstTime: () => {
      const bytes = fresh('firstTime', captioned)
      return async (client) => client.generate(await client.upload(bytes), unseenWords())
    },
    noWords: () => {
      const bytes = fresh('noWords', plain)
      return async (client) => client.generate(await client.upload(bytes), unseenWords())
    },
  }
  return {
    async prepare(client) {
      uploadId = await client.upload(known)
      await client.generate(uploadId, equalWords)
    },
    next: () => make[mixture[number++ % mixture.length]!](),
  }
}
