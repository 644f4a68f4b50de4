import { Piscina } from 'piscina'
import type { Bitmap } from '#core/bitmap'
import { AppError } from '#core/errors'
import type { TextLine } from '#core/text'
import { summed } from '#workers/inpaint/eraseLines'
import { picturePartsOf, putPart } from '#workers/inpaint/picturePart'
import type {
  PartsAnswer,
  RemovalAnswer,
  RemovalTask,
  RestoreAnswer,
  RestoreTask,
} from '#workers/inpaint/removalThread'
import { sharedOut } from '#workers/inpaint/sharedOut'
import type { LineMethod, RemovalOptions, RemovalResult, UnderWords } from '#workers/inpaint/types'
import { sample, sampleGround, sampleLines } from '#workers/inpaint/warmUp'
import { mostShares } from '#workers/recognise/restore'
import { threadProgram } from '#workers/threadProgram'

/** Removes words on threads of its own, so that the queue, heartbeats and progress go on meanwhile. */
export interface RemovalPool {
  /**
   * As `removeText`. Parts of the picture that stand apart (a caption above, one below) are done side by side, so far as there are threads. Only
   * their bytes are copied on the way there: the caller keeps its own, because it still needs them (cache, before/after) and a cancelled
   * removal would lose them. A recognised picture goes as a whole, with its template: to several threads only when it is small, and the only one.
   * @param under of a recognised picture: what comes back where it fits
   * @param isOwn the picture's own bytes may be changed: the result has them, and there is no copy. After a failure they are of no use
   * @throws AppError CANCELLED when `signal` is aborted before the end. The thread is stopped at once, and a new one takes its place.
   */
  removeText(
    bitmap: Bitmap,
    lines: readonly TextLine[],
    options: RemovalOptions,
    signal?: AbortSignal,
    under?: UnderWords,
    isOwn?: boolean,
  ): Promise<RemovalResult>
  /** Stops the threads. What still runs fails. */
  close(): Promise<void>
}

/**
 * A first 1024-pixel picture took 380 ms of processor time (fill) and 440 ms (with a template) after one run on a tiny picture without a template; about 280 and 360 after one
 * of these, 240 and 360 after four, 260 and 160 after eight; later ones take 60 and 80. Single measurements on a busy machine. Nobody waits at the start
 * for more than one; …
 */
const warmUpRuns = 1
/** … so many follow, for as long as no real picture comes, which warms as well. */
const moreWarmUpRuns = 14

/** Each thread that restores a part of a picture holds all of it, its template's, and aligns the two again: a fifth of the work. */
const mostSharedPixels = 2_000_000

/**
 * Starts `threads` threads and runs each on a small picture with these options, with and without a recognised template, so that code and engine are
 * loaded and compiled when the first real picture comes.
 */
export async function startRemovalPool(
  threads: number,
  warmUp: Pick<RemovalOptions, 'engine' | 'fast'>,
): Promise<RemovalPool> {
  const pool = new Piscina<RemovalTask, RemovalAnswer>({
    // Not by typescriptThread.mjs, as the engine: it gives each thread a second one that resolves imports, and a second at the start.
    ...threadProgram(new URL('./removalThread.ts', import.meta.url), ['--import', 'tsx']),
    minThreads: threads,
    maxThreads: threads,
    idleTimeout: Number.POSITIVE_INFINITY,
    // opencv-wasm compiles through the event loop, which waiting on an atomic would block.
    atomics: 'disabled',
  })
  const inParts = async (
    bitmap: Bitmap,
    lines: readonly TextLine[],
    options: RemovalOptions,
    signal?: AbortSignal,
    isOwn = false,
  ) => {
    const parts = [...picturePartsOf(bitmap, lines, options.maxDimension)]
    const heaps = sharedOut(parts, threads, (part) => part.bitmap.data.length)
    const answers = await Promise.all(
      heaps.map((heap) => {
        const transferList = heap.map((part) => part.bitmap.data.buffer as ArrayBuffer)
        return pool.run({ parts: heap, options }, { transferList, ...(signal && { signal }) })
      }),
    )
    const erased = answers.flatMap((answer) => answer as PartsAnswer)
    const target = changeable(bitmap, isOwn)
    for (const part of erased) putPart(target, part)
    return { bitmap: target, ...summed(bitmap, lines.length, erased) }
  }
  let recognised = 0
  const restored = async (
    bitmap: Bitmap,
    lines: readonly TextLine[],
    options: RemovalOptions,
    under: UnderWords,
    signal?: AbortSignal,
    isOwn = false,
  ) => {
    const { data, width, height, channels } = bitmap
    const isShared = recognised === 0 && width * height <= mostSharedPixels
    const of = isShared ? Math.max(1, Math.min(threads, mostShares(bitmap, lines))) : 1
    recognised++
    try {
      const answers = await Promise.all(
        Array.from({ length: of }, (_, index) => {
          const copy = { data: new Uint8Array(data), width, height, channels }
          const task: RestoreTask = { bitmap: copy, lines, under, share: { index, of } }
          return pool.run(task, { transferList: [copy.data.buffer], ...(signal && { signal }) })
        }),
      )
      return withoutPoor(changeable(bitmap, isOwn), lines, options, answers as readonly RestoreAnswer[], signal)
    } finally {
      recognised--
    }
  }
  /** Where template and picture do not lie on each other well enough, the surroundings are continued as ever. @param target is changed */
  const withoutPoor = async (
    target: Bitmap,
    lines: readonly TextLine[],
    options: RemovalOptions,
    answers: readonly RestoreAnswer[],
    signal?: AbortSignal,
  ) => {
    for (const part of answers.flatMap(({ parts }) => parts)) putPart(target, part)
    const methods = lines.map((_, index): LineMethod | undefined => {
      if (answers.some(({ restored }) => restored.includes(index))) return 'restored'
      return answers.some(({ own }) => own.includes(index)) ? 'own' : undefined
    })
    const poor = lines.filter((_, index) => methods[index] === undefined)
    if (poor.length === 0) return { bitmap: target, methods: methods as readonly LineMethod[], maskedFraction: 0 }
    const erased = await inParts(target, poor, options, signal, true)
    const methodOf = (method: LineMethod | undefined, index: number): LineMethod =>
      method ?? erased.methods[poor.indexOf(lines[index]!)]!
    return { ...erased, methods: methods.map(methodOf) }
  }
  const run: RemovalPool['removeText'] = async (bitmap, lines, options, signal, under, isOwn) => {
    if (signal?.aborted) throw new AppError('CANCELLED', undefined, { cause: signal.reason })
    if (lines.length === 0) return { bitmap, methods: [], maskedFraction: 0 }
    try {
      return await (under
        ? restored(bitmap, lines, options, under, signal, isOwn)
        : inParts(bitmap, lines, options, signal, isOwn))
    } catch (error) {
      if (signal?.aborted) throw new AppError('CANCELLED', undefined, { cause: error })
      throw error
    }
  }
  const options = { ...warmUp, maxDimension: sample.width }
  const once = async () => {
    await run(sample, sampleLines, options)
    await run(sample, sampleLines, options, undefined, sampleGround)
  }
  const warm = () => Promise.all(Array.from({ length: threads }, once))
  for (let count = 0; count < warmUpRuns; count++) await warm()
  let isWanted = false
  const goOnWarming = async () => {
    for (let count = 0; count < moreWarmUpRuns && !isWanted; count++) await warm()
  }
  // Closed meanwhile.
  goOnWarming().catch(() => undefined)
  return {
    removeText: (...asked) => {
      isWanted = true
      return run(...asked)
    },
    close: () => {
      isWanted = true
      return pool.destroy()
    },
  }
}

/** The picture with bytes that may be written to. Not copied by `slice`, which on a Buffer is a view. */
const changeable = (bitmap: Bitmap, isOwn: boolean): Bitmap => ({
  ...bitmap,
  data: isOwn ? bitmap.data : new Uint8Array(bitmap.data),
})
