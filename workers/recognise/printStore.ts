import DataLoader from 'dataloader'
import { LRUCache } from 'lru-cache'
import { printsOf } from '#store/templates/vectors/galleryRows'
import { recognitionVersion } from '#workers/recognise/recognitionVersion'
import { decodePrint } from '#workers/recognise/storedPrint'
import type { TemplatePrint } from '#workers/recognise/templatePrint'

/** Prints from the database, the latest in memory. */
export interface PrintStore {
  /**
   * @param stamp changes with the stored print
   * @returns undefined when there is none (any more), or one of another version
   */
  get(pictureId: string, stamp: string): Promise<TemplatePrint | undefined>
}

interface Kept {
  readonly print: TemplatePrint
  readonly bytes: number
}

function opened(stored: Uint8Array): Kept {
  const print = decodePrint(stored)
  const { x, y, words } = print.features
  return { print, bytes: stored.byteLength + x.byteLength + y.byteLength + words.byteLength }
}

/** @param maxBytes of prints in memory, some 60 kB each */
export function createPrintStore(maxBytes: number): PrintStore {
  const latest = new LRUCache<string, Kept>({ maxSize: maxBytes, sizeCalculation: ({ bytes }) => bytes })
  // An upload asks for two dozen in one turn: one query.
  const loader = new DataLoader<string, Kept | undefined>(
    async (ids) => {
      const stored = await printsOf(ids, recognitionVersion)
      return ids.map((id) => {
        const print = stored.get(id)
        return print && opened(print)
      })
    },
    { cache: false },
  )
  return {
    async get(pictureId, stamp) {
      const key = `${pictureId} ${stamp}`
      const known = latest.get(key) ?? (await loader.load(pictureId))
      if (known) latest.set(key, known)
      return known?.print
    },
  }
}
