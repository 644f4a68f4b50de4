/**
 * `npm run bench:vectors`: where looking at every vector ends to be the better way. For galleries of several sizes: how fast fingerprints are found in
 * memory, by Postgres looking at all, and by its HNSW index, and how much the index misses; the same for CLIP. `-- --sizes 2000,20000,200000 --json FILE`.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { CandidateIndex } from '#core/fingerprint/candidateIndex'
import { fingerprintKind } from '#core/fingerprint/fingerprint'
import { startDatabaseServer } from '#e2e/support/databaseServer'
import { percentile } from '#scripts/eval/percentile'
import { closeDatabase } from '#store/database'
import { jobEvents } from '#store/jobEvents'
import { type NearPicture, nearestByClip, nearestByFingerprint } from '#store/templates/vectors/nearest'
import { openStoredGallery } from '#workers/recognise/storedGallery'
import { clusteredVectors, type VectorKind } from './vectors/clustered'
import { addTemplates, addVectors, benchClip, buildIndex, pictureOf, publishTemplates } from './vectors/fillGallery'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '2000,20000,200000' },
    queries: { type: 'string', default: '40' },
    json: { type: 'string' },
  },
})

const looks: VectorKind = { length: fingerprintKind.length, rank: 120, clusters: 2000, spread: 0.7, common: 0 }
const meaning: VectorKind = { length: 512, rank: 200, clusters: 2000, spread: 0.7, common: 1.2 }
/** Of one upload: two guesses where the picture proper is, with one fingerprint each or two, and their mirror images. */
const queriesPerUpload = 6
/** What recognition asks for. */
const candidates = 24

interface Way {
  readonly p50: number
  readonly p95: number
  /** Of the ten nearest by looking at all, in the mean; undefined where nothing is missed by definition. */
  readonly recallAt10?: number
  /** Share of queries that found the picture they were made from. */
  readonly found: number
}

/** Runs each query once, timed, after one in vain. */
async function measured<Q>(
  queries: readonly Q[],
  ask: (query: Q) => Promise<readonly string[]>,
  targets: readonly string[],
  exact?: readonly (readonly string[])[],
): Promise<{ way: Way; answers: readonly (readonly string[])[] }> {
  await ask(queries[0]!)
  const times: number[] = []
  const answers: (readonly string[])[] = []
  for (const query of queries) {
    const start = performance.now()
    answers.push(await ask(query))
    times.push(performance.now() - start)
  }
  const found = answers.filter((answer, k) => answer.includes(targets[k]!)).length / queries.length
  const recall = exact?.map((all, k) => {
    const best = all.slice(0, 10)
    return best.filter((id) => answers[k]!.slice(0, 10).includes(id)).length / best.length
  })
  const way = {
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    found,
    ...(recall ? { recallAt10: recall.reduce((sum, value) => sum + value, 0) / recall.length } : {}),
  }
  return { way, answers }
}

const ids = (near: readonly NearPicture[]): string[] => near.map(({ pictureId }) => pictureId)

interface Row extends Way {
  readonly pictures: number
  readonly what: string
  readonly how: string
}

const rows: Row[] = []
function tell(row: Row): void {
  rows.push(row)
  const recall = row.recallAt10 === undefined ? '–' : row.recallAt10.toFixed(3)
  const numbers = [row.p50.toFixed(1), row.p95.toFixed(1), recall, row.found.toFixed(3)]
  console.log(`| ${[row.pictures, row.what, row.how, ...numbers].join(' | ')} |`)
}

/** Some stored vectors, as uploads or words would ask for them. */
function asked(stored: readonly Float32Array[], made: ReturnType<typeof clusteredVectors>, size: number) {
  const count = Number(values.queries)
  const numbers = Array.from({ length: count }, (_, k) => Math.floor(((k + 0.5) * stored.length) / count))
  return {
    targets: numbers.map(pictureOf),
    queries: numbers.map((number) => made.disturbed(stored[number]!, size)),
    number: (k: number) => numbers[k]!,
  }
}

async function measureLooks(stored: readonly Float32Array[], made: ReturnType<typeof clusteredVectors>) {
  const { targets, queries } = asked(stored, made, 0.8)
  // One of an upload's vectors is right, the others look elsewhere.
  const uploads = queries.map((query, k) => [
    query,
    ...Array.from({ length: queriesPerUpload - 1 }, (_, j) =>
      made.disturbed(queries[(k + j + 1) % queries.length]!, 1.5),
    ),
  ])
  const scope = { state: 'published' } as const
  const pictures = stored.length
  const index = new CandidateIndex(stored.map((vector, k) => ({ id: pictureOf(k), vector })))
  const inMemory = async (upload: readonly Float32Array[]) => index.search(upload, candidates).map(({ id }) => id)
  const bySql = (byIndex: boolean) => async (upload: readonly Float32Array[]) =>
    ids(await nearestByFingerprint(upload, candidates, scope, byIndex))
  const what = `upload (${queriesPerUpload} fingerprints)`
  tell({ pictures, what, how: 'memory', ...(await measured(uploads, inMemory, targets)).way })
  tell({ pictures, what, how: 'SQL, all', ...(await measured(uploads, bySql(false), targets)).way })
  tell({ pictures, what, how: 'SQL, HNSW', ...(await measured(uploads, bySql(true), targets)).way })
  const single = queries.map((query) => [query])
  const exact = await measured(single, bySql(false), targets)
  tell({ pictures, what: 'one fingerprint', how: 'SQL, all', ...exact.way })
  const hnsw = await measured(single, bySql(true), targets, exact.answers)
  tell({ pictures, what: 'one fingerprint', how: 'SQL, HNSW', ...hnsw.way })
}

async function measureMeaning(stored: readonly Float32Array[], made: ReturnType<typeof clusteredVectors>) {
  const { targets, queries } = asked(stored, made, 0.5)
  const ask = (byIndex: boolean) => async (query: Float32Array) =>
    ids(await nearestByClip(query, benchClip, candidates, { state: 'published' }, byIndex))
  const exact = await measured(queries, ask(false), targets)
  tell({ pictures: stored.length, what: 'CLIP', how: 'SQL, all', ...exact.way })
  const hnsw = await measured(queries, ask(true), targets, exact.answers)
  tell({ pictures: stored.length, what: 'CLIP', how: 'SQL, HNSW', ...hnsw.way })
}

const databases = await startDatabaseServer()
process.env.DATABASE_URL = await databases.create()
const times: Record<string, number>[] = []
try {
  const makers = { looks: clusteredVectors(looks, 1), meaning: clusteredVectors(meaning, 2) }
  const stored: Record<'looks' | 'meaning', readonly Float32Array[]> = { looks: [], meaning: [] }
  console.log('| pictures | asked by | how | p50 ms | p95 ms | recall@10 | finds its own |')
  console.log('|---|---|---|---|---|---|---|')
  for (const size of values.sizes.split(',').map(Number)) {
    const from = stored.looks.length
    const more = (made: ReturnType<typeof clusteredVectors>) => Array.from({ length: size - from }, () => made.next())
    const added = { looks: more(makers.looks), meaning: more(makers.meaning) }
    stored.looks = stored.looks.concat(added.looks)
    stored.meaning = stored.meaning.concat(added.meaning)
    await addTemplates(from, size)
    await addVectors('template_fingerprint', from, added.looks)
    await addVectors('template_clip', from, added.meaning)
    await publishTemplates()
    const looksIndexMs = await buildIndex('template_fingerprint')
    const clipIndexMs = await buildIndex('template_clip')
    await measureLooks(stored.looks, makers.looks)
    await measureMeaning(stored.meaning, makers.meaning)
    const start = performance.now()
    const gallery = await openStoredGallery()
    times.push({ size, looksIndexMs, clipIndexMs, galleryOpenMs: performance.now() - start })
    await gallery.close()
  }
  console.log('\nMilliseconds to build the indexes, and to open a gallery at worker start:')
  console.table(
    times.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, Math.round(value)]))),
  )
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ rows, times }, null, 2)}\n`)
} finally {
  await jobEvents().close()
  await closeDatabase()
  await databases.stop()
}
