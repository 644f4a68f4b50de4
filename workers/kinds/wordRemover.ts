import type { TextLine } from '#core/text'
import type { RemovalPool } from '../inpaint/pool'
import type { RemovalOptions, RemovalResult, UnderWords } from '../inpaint/types'
import type { StageNote } from '../step'
import type { StoredPicture } from './pictureReader'
import type { Pool } from './pool'

/** What a recognised picture's words stand on. */
export interface KnownGround extends UnderWords {
  /** Of the source bytes of the template's picture. */
  readonly pictureSha256: string
}

/** Takes words off stored pictures: in this process, or in one that serves `inpaint`. */
export interface WordRemover {
  /**
   * As `RemovalPool.removeText`.
   * @param signal aborted when nobody wants the picture any more
   * @param ground of a recognised picture: what comes back where it fits
   * @throws AppError CANCELLED
   */
  remove(
    picture: StoredPicture,
    lines: readonly TextLine[],
    options: RemovalOptions,
    signal: AbortSignal,
    note: StageNote,
    ground?: KnownGround,
  ): Promise<RemovalResult>
  close(): Promise<void>
}

/** Takes words away in this process, so many pictures at once as the pool lets. */
export function removeHere(threads: RemovalPool, pool: Pool): WordRemover {
  return {
    remove: ({ bitmap, isOwn }, lines, options, signal, note, ground) =>
      pool.run(
        () =>
          threads.removeText(
            bitmap,
            lines,
            options,
            signal,
            // Its name does not travel to the thread.
            ground && { template: ground.template, transform: ground.transform, staying: ground.staying },
            isOwn,
          ),
        signal,
        note,
      ),
    close: () => threads.close(),
  }
}
