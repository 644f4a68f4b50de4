import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createCanvas, type Image, loadImage } from '@napi-rs/canvas'
import { projectFolder } from '#scripts/projectFolder'
import { registerFonts } from '#workers/lettering/registerFonts'
import type { BatchWish, LeanClient } from '../leanClient'
import { benchPicture } from '../picture'
import { memeOfTemplate } from '../scenarios'

/** One errand of a soak: jobs that it asks for, one after the other or at once. */
interface Errand {
  readonly name: string
  /** How many memes it makes. */
  readonly jobs: number
  /** @param number nobody else's: pictures and words that carry it were never seen */
  run(client: LeanClient, number: number): Promise<void>
}

const WORDS = ['SOAKING WET', 'AND STILL DRY'] as const
/** Longest sides of uploads, in pixels: thumbnails, what goes round, and photos as telephones take them. */
const SIDES = [480, 800, 1600, 2400, 480, 1080, 1200, 4000]

const scenes: readonly Image[] = await Promise.all(
  [1, 2, 3, 4, 5, 6].map((seed) => loadImage(benchPicture(seed, null))),
)
const starterFolder = path.join(projectFolder, 'prisma/templates')
/** Slugs of starter templates that take two captions. */
const templates = readdirSync(starterFolder).filter((slug) => {
  const file = path.join(starterFolder, slug, 'template.json')
  return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).boxes.length >= 2
})

/** A picture that was never seen: one of some scenes, cut out elsewhere, with words and their number. Drawing scenes anew would take more than the jobs. */
function unseen(number: number, side: number, isLettered: boolean): Buffer {
  const scene = scenes[number % scenes.length]!
  const canvas = createCanvas(side, Math.round(side * 0.75))
  const context = canvas.getContext('2d')
  const part = 0.7 + (number % 29) / 100
  const [width, height] = [scene.width * part, scene.height * part]
  context.drawImage(scene, number % 31, number % 37, width, height, 0, 0, canvas.width, canvas.height)
  context.fillStyle = `hsl(${number % 360} 80% 50%)`
  context.fillRect(canvas.width * 0.45, canvas.height * 0.45, 8 + (number % 17), 8 + (number % 13))
  if (isLettered) {
    registerFonts('anton', WORDS.join(''))
    const px = side / 13
    context.font = `${px}px Anton`
    context.textAlign = 'center'
    context.lineWidth = px / 7
    context.strokeStyle = '#000'
    context.fillStyle = '#fff'
    for (const [words, y] of [
      [WORDS[0], px * 1.3],
      [`${WORDS[1]} ${number}`, canvas.height - px * 0.5],
    ] as const) {
      context.strokeText(words, side / 2, y)
      context.fillText(words, side / 2, y)
    }
  }
  return canvas.toBuffer('image/jpeg', 90)
}

const wordsOf = (number: number) => [`WORDS ${number}`, 'MORE WORDS']
const templateOf = (number: number) => ({ templateId: templates[number % templates.length]! })

/** What a site is asked for, mixed: most of it more than once. Ids are those of the latest uploads, which many ask for at once. */
function errands(): readonly Errand[] {
  let latest: string | undefined
  const upload = async (client: LeanClient, number: number, side: number, isLettered = true) => {
    latest = await client.upload(unseen(number, side, isLettered))
    return latest
  }
  const firstTime: Errand = {
    name: 'upload never seen',
    jobs: 1,
    run: async (client, number) => client.generate(await upload(client, number, 1024), wordsOf(number)),
  }
  const otherWords: Errand = {
    name: 'same picture, other words',
    jobs: 1,
    run: async (client, number) => client.generate(latest ?? (await upload(client, number, 1024)), wordsOf(number)),
  }
  const template: Errand = {
    name: 'template and captions',
    jobs: 1,
    run: (client, number) => client.generate(templateOf(number), wordsOf(number)),
  }
  return [
    firstTime,
    template,
    otherWords,
    {
      name: 'upload of another size',
      jobs: 1,
      run: async (client, number) =>
        client.generate(await upload(client, number, SIDES[(number >> 3) % SIDES.length]!), wordsOf(number)),
    },
    template,
    {
      name: 'equal requests at once',
      jobs: 2,
      run: async (client, number) => {
        const uploadId = await upload(client, number, 1024)
        await Promise.all([1, 2].map(() => client.generate(uploadId, wordsOf(number))))
      },
    },
    otherWords,
    {
      name: 'meme of a known template',
      jobs: 1,
      run: async (client, number) => client.generate(await client.upload(memeOfTemplate(number)), wordsOf(number)),
    },
    {
      name: 'a batch of six, from templates and one upload',
      jobs: 6,
      run: async (client, number) => {
        const uploadId = await upload(client, number, 800)
        const items = Array.from({ length: 6 }, (_, item): BatchWish => {
          const source = item < 2 ? { uploadId } : templateOf(number + item)
          return { source, captions: wordsOf(number * 10 + item) }
        })
        for await (const { ended } of client.batch(items)) if (ended) return
      },
    },
    {
      name: 'picture without words',
      jobs: 1,
      run: async (client, number) => client.generate(await upload(client, number, 1024, false), wordsOf(number)),
    },
  ]
}

/** The mix, again and again. */
export function* mixedErrands(): Generator<Errand & { readonly number: number }> {
  const all = errands()
  for (let number = 0; ; number++) yield { ...all[number % all.length]!, number }
}
