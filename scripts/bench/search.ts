/** `npm run bench:search`: how long a search takes among 20,000 made-up templates, in the store, through GraphQL and over its HTTP handler. */
import { writeFileSync } from 'node:fs'
import os from 'node:os'
import { parseArgs } from 'node:util'
import { ask } from '#e2e/support/api'
import { startDatabaseServer } from '#e2e/support/databaseServer'
import { percentile } from '#scripts/eval/percentile'
import { closeDatabase } from '#store/database'
import { searchTemplates } from '#store/templates/searchTemplates'
import { fillGallery } from './search/fill'
import { madeUpGallery } from './search/gallery'
import { type BenchQuery, benchQueries } from './search/queries'
import { seededRandom } from './search/random'

const { values } = parseArgs({
  options: {
    templates: { type: 'string', default: '20000' },
    queries: { type: 'string', default: '400' },
    seed: { type: 'string', default: '7' },
    json: { type: 'string' },
  },
})

/** What the gallery page asks while somebody types. */
const page = `query ($search: String, $tags: [String!], $boxCount: Int) {
  templates(search: $search, tags: $tags, boxCount: $boxCount, first: 40) {
    edges { reasons node { slug name animated description thumbnail { url width height } boxes { example } } }
    pageInfo { hasNextPage endCursor }
  }
}`

interface Timed {
  readonly query: BenchQuery
  readonly ms: number
}

async function timed(queries: readonly BenchQuery[], run: (query: BenchQuery) => Promise<unknown>): Promise<Timed[]> {
  const times: Timed[] = []
  for (const query of queries) {
    const start = performance.now()
    await run(query)
    times.push({ query, ms: performance.now() - start })
  }
  return times
}

const rounded = (value: number) => Math.round(value * 10) / 10

function figures(times: readonly Timed[]) {
  const of = (some: readonly Timed[]) => {
    const ms = some.map((one) => one.ms)
    return {
      n: ms.length,
      p50: rounded(percentile(ms, 0.5)),
      p95: rounded(percentile(ms, 0.95)),
      max: rounded(Math.max(...ms)),
    }
  }
  const kinds = [...new Set(times.map(({ query }) => query.kind))].sort()
  const slowest = [...times].sort((a, b) => b.ms - a.ms).slice(0, 5)
  return {
    ...of(times),
    kinds: Object.fromEntries(kinds.map((kind) => [kind, of(times.filter(({ query }) => query.kind === kind))])),
    slowest: slowest.map(({ query, ms }) => ({ ...query, ms: rounded(ms) })),
  }
}

const throughGraphql = async (query: BenchQuery) => {
  const { kind: _, ...variables } = query
  const { errors } = await ask(page, variables)
  if (errors) throw new Error(JSON.stringify(errors))
}

const databases = await startDatabaseServer()
const url = await databases.create()
process.env.DATABASE_URL = url
try {
  const random = seededRandom(Number(values.seed))
  const gallery = madeUpGallery(random, Number(values.templates))
  await fillGallery(gallery)
  const queries = benchQueries(gallery, random, Number(values.queries))
  const warmUp = benchQueries(gallery, random, 40)
  const inWords = queries.filter(({ search }) => search !== undefined)
  await timed(warmUp, throughGraphql)
  const store = figures(await timed(inWords, ({ search }) => searchTemplates(search!, {}, [])))
  const graphql = figures(await timed(queries, throughGraphql))
  const device = { processor: os.cpus()[0]?.model, cores: os.cpus().length, load: rounded(os.loadavg()[0]!) }
  const output = { templates: gallery.length, ms: { store, graphql }, device }
  console.log(JSON.stringify(output, null, 2))
  if (values.json) writeFileSync(values.json, `${JSON.stringify(output, null, 2)}\n`)
} finally {
  await closeDatabase()
  await databases.drop(url)
  await databases.stop()
}
