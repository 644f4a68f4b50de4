import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { writeModelFolder } from '#e2e/support/clipModelFolder'
import { startStack } from '#e2e/support/stack'
import { database } from '#store/database'
import { pageQuery } from './pageQuery'
import type { BenchQuery } from './queries'
import { figures, timed } from './timed'

/**
 * Searches from a started site, over HTTP, with a worker that has CLIP of ViT-B/16's size (random weights, 8 bits): first each is new to it, then known.
 * @param databaseUrl with a gallery and its vectors, which become the model's
 */
export async function searchOverHttp(databaseUrl: string, queries: readonly BenchQuery[]) {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'memezap-bench-search-'))
  writeModelFolder(path.join(directory, 'big'), { fullSize: true, dtypes: ['int8'] })
  const env = { MEMEZAP_CLIP__DIRECTORY: directory, MEMEZAP_CLIP__MODEL: 'big', MEMEZAP_VECTOR_DB__ENABLE_GPU: 'false' }
  const stack = await startStack({
    database: { url: databaseUrl, drop: async () => {} },
    env,
    workerProgram: 'scripts/bench/search/answerWorker.ts',
  })
  try {
    await database()
      .$executeRaw`update template_clip set model = models #>> '{clip,model}', version = models #>> '{clip,version}' from worker`
    await database().$executeRaw`vacuum analyze template_clip`
    const ask = async ({ kind: _, ...variables }: BenchQuery) => {
      const response = await fetch(`${stack.url}/api/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: pageQuery, variables }),
      })
      const { errors } = await response.json()
      if (errors) throw new Error(JSON.stringify(errors))
    }
    await timed(
      queries.slice(0, 30).map(({ kind }) => ({ kind, search: 'warm up' })),
      ask,
    )
    return { httpNewWords: figures(await timed(queries, ask)), httpKnownWords: figures(await timed(queries, ask)) }
  } finally {
    await stack.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}
