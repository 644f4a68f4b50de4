import { randomUUID } from 'node:crypto'
import type { NewMeme } from '#store/memes'

/** A finished meme whose picture had no words; no file stands behind it unless one is named. */
export const plainMeme = (changes: Partial<NewMeme> = {}): NewMeme => ({
  contentKey: randomUUID(),
  sourceSha256: 'a'.repeat(64),
  file: `${randomUUID()}.jpg`,
  format: 'jpeg',
  width: 10,
  height: 10,
  bytes: 4,
  captions: [],
  report: {
    textFound: [],
    removal: { regionsRemoved: 0, method: 'none', skippedBecause: 'no words' },
    placement: 'overlay',
    animatedSource: false,
    stages: [],
  },
  ...changes,
})
