/**
 * What the engine thread can do: each exported function is one operation of `Engine.run`. Every ONNX session lives in
 * this one thread, because `run()` blocks its thread and several threads with sessions crashed in older versions.
 */
export { closeClipTower, embedSquares, embedTexts, openClipTower } from '#workers/models/clip/clipThread'
export { openPaddle, openPaddleOnProcessor, readWithPaddle } from '#workers/models/paddle/paddleReader'
