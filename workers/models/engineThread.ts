/**
 * What the engine thread can do: each exported function is one operation of `Engine.run`. Every ONNX session lives in
 * this one thread, because `run()` blocks its thread and several threads with sessions crashed in older versions.
 */
import { discard } from '#workers/discard'
import { type PaddleInput, readWithPaddle as readBitmap } from '#workers/models/paddle/paddleReader'

export { closeClipTower, embedSquares, embedTexts, openClipTower } from '#workers/models/clip/clipThread'
export { openPaddle, openPaddleOnProcessor } from '#workers/models/paddle/paddleReader'

/** The picture has travelled here for this only: its memory goes back at once. */
export async function readWithPaddle(input: PaddleInput): ReturnType<typeof readBitmap> {
  try {
    return await readBitmap(input)
  } finally {
    discard(input.bitmap.data)
  }
}
