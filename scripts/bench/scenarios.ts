import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { loadImage } from '@napi-rs/canvas'
import type { MemeClient } from '#e2e/support/memeClient'
import { projectFolder } from '#scripts/projectFolder'
import { benchPicture, captionedTemplate } from './picture'

/** One thing that people do; `prepare` is not timed. */
export interface Scenario {
  readonly name: string
  /** The picture whose decoding and encoding is the floor. */
  readonly picture: Buffer
  /** @returns what is timed, end to end */
  prepare(client: MemeClient, round: number): Promise<() => Promise<void>>
  /** The same errand as the prototype did it, where that was another way. */
  prepareBefore?(client: MemeClient, round: number): Promise<() => Promise<void>>
}

const oldWords = ['WHEN THE BUILD IS GREEN', 'BUT ON YOUR MACHINE ONLY'] as const
const newWords = (tag: string) => [`NEW TOP WORDS ${tag}`, `AND A NEW BOTTOM ${tag}`]

/** The template stays the same, so the words never are. */
const unseenWords = () => newWords(randomUUID().slice(0, 4))

/** One of the starter set, with two boxes, of the shape that the other scenarios' pictures have. */
const TEMPLATE = 'glad-i-left'
const templatePicture = readFileSync(path.join(projectFolder, 'prisma/templates', TEMPLATE, 'picture.webp'))
const templateImage = await loadImage(templatePicture)

/** Every run of a scenario gets a picture or words that nobody has seen. `seed` keeps apart who runs. */
export function scenarios(seed: number): readonly Scenario[] {
  const captioned = (round: number) => benchPicture(seed + round, oldWords)
  const ofTemplate = (round: number) => captionedTemplate(templateImage, [oldWords[0], `SAID ${seed + round} TIMES`])
  return [
    {
      name: 'first-time captioned picture, 1024 px',
      picture: captioned(0),
      async prepare(client, round) {
        const bytes = captioned(1000 + round)
        return async () => void (await client.generate(await client.upload(bytes), newWords('A')))
      },
    },
    {
      name: 'same picture, other words',
      picture: captioned(0),
      async prepare(client, round) {
        const uploadId = await client.upload(captioned(0))
        await client.generate(uploadId, ['SEEN BEFORE', 'ONCE'])
        return async () => void (await client.generate(uploadId, newWords(`B${round}`)))
      },
    },
    {
      name: 'picture without words',
      picture: benchPicture(seed, null),
      async prepare(client, round) {
        const bytes = benchPicture(seed + 2000 + round, null)
        return async () => void (await client.generate(await client.upload(bytes), newWords('C')))
      },
    },
    {
      name: 'uploaded meme of a known template',
      picture: ofTemplate(0),
      async prepare(client, round) {
        const bytes = ofTemplate(1 + round)
        return async () => void (await client.generate(await client.upload(bytes), newWords('E')))
      },
    },
    {
      name: 'template and captions',
      picture: templatePicture,
      async prepare(client) {
        const words = unseenWords()
        return async () => void (await client.generate({ templateId: TEMPLATE }, words))
      },
      // The prototype knew no templates: one kept their pictures and sent them.
      async prepareBefore(client) {
        const words = unseenWords()
        return async () => void (await client.generate(await client.upload(templatePicture), words))
      },
    },
    {
      name: 'equal request',
      picture: captioned(0),
      async prepare(client) {
        const uploadId = await client.upload(captioned(0))
        await client.generate(uploadId, newWords('D'))
        return async () => void (await client.generate(uploadId, newWords('D')))
      },
    },
  ]
}
