import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { loadImage } from '@napi-rs/canvas'
import { projectFolder } from '#scripts/projectFolder'
import type { LeanClient } from './leanClient'
import type { ScenarioId } from './options'
import { benchPicture, captionedTemplate } from './picture'

/** One thing that people do; `prepare` is not timed. */
export interface Scenario {
  readonly id: ScenarioId
  readonly name: string
  /** The picture whose decoding and encoding is the floor. */
  readonly picture: Buffer
  /** To reach on two cores, in milliseconds, and against before. */
  readonly target: { readonly ms: number; readonly ratio: number }
  /** @returns what is timed, end to end */
  prepare(client: LeanClient, round: number): Promise<() => Promise<void>>
  /** The same errand as the prototype did it, where that was another way. */
  prepareBefore?(client: LeanClient, round: number): Promise<() => Promise<void>>
}

/** The words that the pictures carry already. */
export const oldWords = ['WHEN THE BUILD IS GREEN', 'BUT ON YOUR MACHINE ONLY'] as const

const newWords = (tag: string) => [`NEW TOP WORDS ${tag}`, `AND A NEW BOTTOM ${tag}`]

/** Words that nobody has asked for. */
export const unseenWords = () => newWords(randomUUID().slice(0, 4))

/** One of the starter set, with two boxes, of the shape that the other scenarios' pictures have. */
export const benchTemplate = 'glad-i-left'
/** Its picture, as one would keep and send it who has no templates. */
export const templatePicture = readFileSync(path.join(projectFolder, 'prisma/templates', benchTemplate, 'picture.webp'))
const templateImage = await loadImage(templatePicture)

/** An upload as a meme of that template would be. */
export const memeOfTemplate = (number: number): Buffer =>
  captionedTemplate(templateImage, [oldWords[0], `SAID ${number} TIMES`])

/** Every run of a scenario gets a picture or words that nobody has seen. `seed` keeps apart who runs. */
export function scenarios(seed: number): readonly Scenario[] {
  const captioned = (round: number) => benchPicture(seed + round, oldWords)
  const known = captioned(0)
  return [
    {
      id: 'first-time',
      name: 'first-time captioned picture, 1024 px',
      picture: known,
      target: { ms: 300, ratio: 10 },
      async prepare(client, round) {
        const bytes = captioned(1000 + round)
        return async () => client.generate(await client.upload(bytes), newWords('A'))
      },
    },
    {
      id: 'other-words',
      name: 'same picture, other words',
      picture: known,
      target: { ms: 90, ratio: 30 },
      async prepare(client) {
        const uploadId = await client.upload(known)
        await client.generate(uploadId, ['SEEN BEFORE', 'ONCE'])
        const words = unseenWords()
        return () => client.generate(uploadId, words)
      },
      // Without caches it is no help to have been there before.
      async prepareBefore(client) {
        const uploadId = await client.upload(known)
        return () => client.generate(uploadId, unseenWords())
      },
    },
    {
      id: 'no-words',
      name: 'picture without words',
      picture: benchPicture(seed, null),
      target: { ms: 180, ratio: 15 },
      async prepare(client, round) {
        const bytes = benchPicture(seed + 2000 + round, null)
        return async () => client.generate(await client.upload(bytes), newWords('C'))
      },
    },
    {
      id: 'known-template',
      name: 'uploaded meme of a known template',
      picture: memeOfTemplate(seed),
      target: { ms: 250, ratio: 10 },
      async prepare(client, round) {
        const bytes = memeOfTemplate(seed + 1 + round)
        return async () => client.generate(await client.upload(bytes), newWords('E'))
      },
    },
    {
      id: 'template',
      name: 'template and captions',
      picture: templatePicture,
      target: { ms: 60, ratio: 20 },
      async prepare(client) {
        const words = unseenWords()
        return () => client.generate({ templateId: benchTemplate }, words)
      },
      // The prototype knew no templates: one kept their pictures and sent them.
      async prepareBefore(client) {
        const words = unseenWords()
        return async () => client.generate(await client.upload(templatePicture), words)
      },
    },
    {
      id: 'equal',
      name: 'equal request',
      picture: known,
      target: { ms: 10, ratio: 100 },
      async prepare(client) {
        const uploadId = await client.upload(known)
        await client.generate(uploadId, newWords('D'))
        return () => client.generate(uploadId, newWords('D'))
      },
      async prepareBefore(client) {
        const uploadId = await client.upload(known)
        return () => client.generate(uploadId, newWords('D'))
      },
    },
  ]
}
