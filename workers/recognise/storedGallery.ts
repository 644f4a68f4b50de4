import { CandidateIndex } from '#core/fingerprint/candidateIndex'
import { jobEvents } from '#store/jobEvents'
import { galleryRevision } from '#store/templates/vectors/galleryRevision'
import {
  cornerKeysOf,
  fingerprintsOf,
  type GalleryStamps,
  galleryStamps,
  type KnownPicture,
  knownPictures,
} from '#store/templates/vectors/galleryRows'
import { nearestByFingerprint } from '#store/templates/vectors/nearest'
import { log } from '#workers/log'
import { CornerIndex } from '#workers/recognise/features/cornerIndex'
import { GalleryIndex, type GalleryRows } from '#workers/recognise/galleryIndex'
import { createPrintStore } from '#workers/recognise/printStore'
import type { TemplateGallery } from '#workers/recognise/recognise'
import { recognitionVersion } from '#workers/recognise/recognitionVersion'

export type { KnownPicture } from '#store/templates/vectors/galleryRows'

/**
 * The published templates' pictures that are described, as they are in the database now: fingerprints in memory, prints read as they are needed. It
 * follows the database by itself, and `candidates` makes sure that it has.
 */
export interface StoredGallery extends TemplateGallery {
  /** Changes with its contents: `galleryRevision` at the time when it was read. */
  readonly revision: string
  /** How many pictures are recognised. */
  readonly size: number
  /** What a match's id names; undefined when it is not in the gallery (any more). */
  known(pictureId: string): KnownPicture | undefined
  /** Reads what has changed in the database, if anything has. */
  refresh(): Promise<void>
  /** Stops following the database. */
  close(): Promise<void>
}

/** How much a gallery may hold. */
export interface GalleryLimits {
  /** With more pictures than this, candidates come from the database's index. */
  readonly picturesInMemory: number
  /** Of prints, some 60 kB each. */
  readonly printBytes: number
}

/** See docs/decisions/009-vectors.md. */
const defaultLimits: GalleryLimits = { picturesInMemory: 50_000, printBytes: 24 * 2 ** 20 }

/** What was read at one time. */
interface Contents {
  readonly revision: string
  readonly stamps: ReadonlyMap<string, GalleryStamps>
  readonly known: ReadonlyMap<string, KnownPicture>
  /** Undefined when there are too many. */
  readonly index: GalleryIndex | undefined
}

const nothing: Contents = { revision: '', stamps: new Map(), known: new Map(), index: undefined }

/** Reads the gallery; it is complete when this resolves. */
export async function openStoredGallery(limits: GalleryLimits = defaultLimits): Promise<StoredGallery> {
  const prints = createPrintStore(limits.printBytes)
  let contents = nothing
  let reading: Promise<void> | undefined
  let readingMs = 0
  let timer: NodeJS.Timeout | undefined

  async function readIfChanged(): Promise<void> {
    // Asked for before the rows: what changes in between is read twice rather than missed.
    const revision = await galleryRevision()
    if (revision === contents.revision) return
    const start = performance.now()
    contents = await nextContents(contents, revision, limits.picturesInMemory)
    readingMs = performance.now() - start
  }
  /** One at a time; who asks while one is under way may ask about something later than it read, and gets the next. */
  async function refresh(): Promise<void> {
    const before = reading
    if (before) {
      // Who began it is told why it failed.
      await before.catch(() => undefined)
      // Whoever waited first has begun the next.
      if (reading !== undefined && reading !== before) return reading
    }
    const now = readIfChanged().finally(() => {
      if (reading === now) reading = undefined
    })
    reading = now
    return now
  }

  // While thousands are imported, only a fifth of the time goes into reading them.
  const unwatch = jobEvents().watchGallery(() => {
    timer ??= setTimeout(() => {
      timer = undefined
      refresh().catch((error: unknown) => log.warn({ err: error }, 'the gallery could not be read again'))
    }, 4 * readingMs)
  })
  await jobEvents().ready()
  await refresh()

  return {
    get revision() {
      return contents.revision
    },
    get size() {
      return contents.stamps.size
    },
    async candidates(queries, count) {
      await refresh()
      const { index } = contents
      if (index) return index.search(queries, count)
      // Ranked as those in memory are: a fingerprint's cosine is not all that counts.
      const near = await nearestByFingerprint(queries, 4 * count)
      return new CandidateIndex(await fingerprintsOf(near.map(({ pictureId }) => pictureId))).search(queries, count)
    },
    sharing: async (corners, count) => contents.index?.sharing(corners, count) ?? [],
    async print(pictureId) {
      const stamp = contents.stamps.get(pictureId)
      return stamp && prints.get(pictureId, stamp.print)
    },
    known: (pictureId) => contents.known.get(pictureId),
    refresh,
    async close() {
      unwatch()
      clearTimeout(timer)
      // Who began it is told why it failed.
      await reading?.catch(() => undefined)
    },
  }
}

async function nextContents(old: Contents, revision: string, picturesInMemory: number): Promise<Contents> {
  const stamps = await galleryStamps(recognitionVersion)
  const changed = (part: keyof GalleryStamps): string[] =>
    [...stamps.keys()].filter((id) => stamps.get(id)![part] !== old.stamps.get(id)?.[part])
  const gone = [...old.stamps.keys()].filter((id) => !stamps.has(id))

  const known = new Map(old.known)
  for (const id of gone) known.delete(id)
  for (const picture of await knownPictures(changed('words'))) known.set(picture.pictureId, picture)
  if (stamps.size > picturesInMemory) return { revision, stamps, known, index: undefined }

  const described = changed('print')
  const patched = old.index?.changed([...described, ...gone], await rowsOf(old.index ? described : []))
  const index = patched && !patched.isWorn ? patched : await wholeIndex([...stamps.keys()])
  return { revision, stamps, known, index }
}

const rowsOf = async (pictureIds: readonly string[]): Promise<GalleryRows> => ({
  fingerprints: await fingerprintsOf(pictureIds),
  keys: await cornerKeysOf(pictureIds, recognitionVersion),
})

async function wholeIndex(pictureIds: readonly string[]): Promise<GalleryIndex> {
  const { fingerprints, keys } = await rowsOf(pictureIds)
  return new GalleryIndex(new CandidateIndex(fingerprints), new CornerIndex(keys))
}
