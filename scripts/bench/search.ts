/**
 * `npm run bench:search`: how long a search takes among 20,000 made-up templates. In the store; through GraphQL without CLIP, with CLIP when the words were
 * searched for before, and with a worker that does not answer; `similarTemplates`; with `--http`, from a started site with a worker and a CLIP of ViT-B/16's size. `processor`: milliseconds of it for each, in Node and in Postgres.
 */
import { writeFileSync } from 'node:fs'
import os from 'node:os'
import { parseArgs } from 'node:util'
import { ask } from '#e2e/support/api'
import { startDatabaseServer } from '#e2e/support/databaseServer'
import { closeDatabase, database } from '#store/database'
import { jobEvents } from '#store/jobEvents'
import { installQueue } from '#store/queue'
import { searchTemplates } from '#store/templates/searchTemplates'
import { fillGallery } from './search/fill'
import { madeUpGallery } from './search/gallery'
import { searchOverHttp } from './search/overHttp'
import { pageQuery } from './search/pageQuery'
import { processorMs } from './search/processorTime'
import { type BenchQuery, benchQueries } from './search/queries'
import { seededRandom } from './search/random'
import { figures, timed } from './search/timed'
import { fillVectors, knowWords, saveSilentWorker } from './search/vectors'

const { values } = parseArgs({
  options: {
    templates: { type: 'string', default: '20000' },
    queries: { type: 'string', default: '400' },
    seed: { type: 'string', default: '7' },
    http: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
})

const like = `query ($templateId: ID) {
  similarTemplates(templateId: $templateId) { similarity reasons template { slug name thumbnail { url width height } } }
}`

const asked = async (query: string, variables: object) => {
  const { errors } = await ask(query, variables)
  if (errors) throw new Error(JSON.stringify(errors))
}
const throughGraphql = ({ kind: _, ...variables }: BenchQuery) => asked(pageQuery, variables)

/** Not a model: what vectors and worker agree on. */
const clip = { model: 'bench', version: '1' }

const databases = await startDatabaseServer()
const url = await databases.create()
process.env.DATABASE_URL = url
try {
  await installQueue(url)
  const random = seededRandom(Number(values.seed))
  const gallery = madeUpGallery(random, Number(values.templates))
  await fillGallery(gallery)
  const queries = benchQueries(gallery, random, Number(values.queries))
  const withWords = queries.flatMap(({ search }) => search ?? [])
  await timed(benchQueries(gallery, random, 40), throughGraphql)

  const ms: Record<string, unknown> = {}
  const measure = async <T extends { kind: string }>(
    name: string,
    items: readonly T[],
    run: (item: T) => Promise<unknown>,
  ) => {
    const before = await processorMs()
    const times = await timed(items, run)
    const after = await processorMs()
    const each = (total: number) => Math.round((10 * total) / times.length) / 10
    const processor = { node: each(after.node - before.node), postgres: each(after.postgres - before.postgres) }
    const measured = { ...figures(times), processor }
    ms[name] = measured
    console.error(
      `${name}: p50 ${measured.p50} ms, p95 ${measured.p95} ms; processor ${processor.node} + ${processor.postgres} ms`,
    )
  }
  await measure(
    'store',
    queries.filter(({ search }) => search),
    ({ search }) => searchTemplates(search!, {}, []),
  )
  await measure('graphql', queries, throughGraphql)
  await fillVectors(clip)
  await saveSilentWorker(clip)
  await jobEvents().ready()
  await measure('graphqlClipSilent', queries.slice(0, 100), throughGraphql)
  await knowWords(withWords, clip, random)
  await measure('graphqlClipKnown', queries, throughGraphql)
  const some = gallery.slice(0, 60).map(({ slug }) => ({ kind: 'similar', templateId: slug }))
  await measure('similarTemplates', some, ({ templateId }) => asked(like, { templateId }))
  if (values.http) {
    await database().worker.deleteMany()
    Object.assign(ms, await searchOverHttp(url, queries.slice(0, 200)))
  }
  const device = {
    processor: os.cpus()[0]?.model,
    cores: os.cpus().length,
    load: Math.round(os.loadavg()[0]! * 10) / 10,
  }
  const output = { templates: gallery.length, ms, device }
  console.log(JSON.stringify(output, null, 2))
  if (values.json) writeFileSync(values.json, `${JSON.stringify(output, null, 2)}\n`)
} finally {
  await jobEvents().close()
  await closeDatabase()
  await databases.drop(url)
  await databases.stop()
}
