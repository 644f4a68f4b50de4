import type { MemeClient } from '#e2e/support/memeClient'
import { benchPicture } from './picture'

/** One thing that people do; `prepare` is not timed. */
export interface Scenario {
  readonly name: string
  /** The picture whose decoding and encoding is the floor. */
  readonly picture: Buffer
  /** @returns what is timed, end to end */
  prepare(client: MemeClient, round: number): Promise<() => Promise<void>>
}

const oldWords = ['WHEN THE BUILD IS GREEN', 'BUT ON YOUR MACHINE ONLY'] as const
const newWords = (tag: string) => [`NEW TOP WORDS ${tag}`, `AND A NEW BOTTOM ${tag}`]

/** Every run of a scenario gets a picture or words that nobody has seen. `seed` keeps apart who runs. */
export function scenarios(seed: number): readonly Scenario[] {
  const captioned = (round: number) => benchPicture(seed + round, oldWords)
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
