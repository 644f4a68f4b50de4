import type { Bitmap } from '#core/bitmap'
import { workKinds } from '#core/workKind'
import { config } from '#store/config'
import { middleSquare } from '#workers/models/clip/square'
import { startEngine } from '#workers/models/engine'
import { loadParts, type Parts } from '#workers/parts'
import { startWorker } from '#workers/startWorker'

/** Where CLIP's weights are; none: CLIP is left out. Not by `clip.directory`, or `loadParts` would load them as we do now. */
const clipFolder = process.env.BENCH_CLIP_FOLDER

const SIDE = 224

/** CLIP in full precision, both encoders: in the engine thread, as ours. */
async function openClip(directory: string) {
  const { vector_db, workers } = config()
  const engine = startEngine()
  const candidates = [{ provider: 'cpu', dtype: 'fp32' }] as const
  const open = (tower: 'vision' | 'text') =>
    engine.run('openClipTower', { directory, tower, candidates, threads: workers.ocr_threads })
  const { handle } = await open('vision')
  const text = await open('text')
  return {
    async embed(bitmap: Bitmap) {
      const squares = new Uint8Array(await middleSquare(bitmap, vector_db.max_image_size, SIDE))
      await engine.run('embedSquares', { handle, squares })
    },
    async close() {
      await engine.run('closeClipTower', handle)
      await engine.run('closeClipTower', text.handle)
      await engine.close()
    },
  }
}

/** Lets each picture be embedded after it was read. */
function embedding(parts: Parts, embed: (bitmap: Bitmap) => Promise<void>): Parts {
  const { reader } = parts
  const read: Parts['reader']['read'] = async (picture, ...how) => {
    const lines = await reader.read(picture, ...how)
    await embed(picture.bitmap)
    return lines
  }
  return { ...parts, reader: { ...reader, read } }
}

/** The old prototype's worst habit: every request loads the models, threads and fonts, one after another, and throws them away. */
const withParts = async (work: (parts: Parts) => Promise<void>): Promise<void> => {
  const parts = await loadParts(config())
  const clip = clipFolder ? await openClip(clipFolder) : undefined
  try {
    await work(clip ? embedding(parts, clip.embed) : parts)
  } finally {
    await clip?.close()
    await parts.close()
  }
}
await startWorker({
  kinds: new Set(workKinds),
  warm: async () => ({}),
  withHelp: withParts,
  withParts,
  close: async () => undefined,
})
