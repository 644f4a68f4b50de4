/** `npm run bench`: how long a meme takes from request to finish, before and after; memes per second; the start; memory. `--help` lists the options. */
import { writeFileSync } from 'node:fs'
import { startDatabaseServer } from '#e2e/support/databaseServer'
import { memeClient } from '#e2e/support/memeClient'
import { startStack } from '#e2e/support/stack'
import { endToEnd } from './bench/endToEnd'
import { type BenchOptions, benchOptions, usage } from './bench/options'
import { writeDocs } from './bench/report/writeDocs'
import { soak, workerRssMb } from './bench/soak'
import { measureStartup, startupWords, writeStartup } from './bench/startup'

const bar = (rssMb: number) => '█'.repeat(Math.round(rssMb / 20))

async function measureMemory(jobs: number): Promise<unknown> {
  const databases = await startDatabaseServer()
  const url = await databases.create()
  const stack = await startStack({ database: { url, drop: () => databases.drop(url) } })
  try {
    const points = await soak(memeClient(stack.url), stack.databaseUrl, jobs)
    for (const { jobs: done, rssMb } of points)
      console.log(`${String(done).padStart(6)} jobs ${rssMb.toFixed(0).padStart(5)} MB ${bar(rssMb)}`)
    return { soak: points, rssMb: Math.round(await workerRssMb(stack.databaseUrl)) }
  } finally {
    await stack.stop()
    await databases.stop()
  }
}

async function run(options: BenchOptions): Promise<unknown> {
  if (options.soak !== undefined) return measureMemory(options.soak)
  if (options.startup) {
    const result = await measureStartup(options.rounds)
    console.log(startupWords(result))
    if (options.write) writeStartup(result)
    return result
  }
  const result = await endToEnd(options)
  if (options.write) writeDocs(result)
  return result
}

if (process.argv.includes('--help')) console.log(usage)
else {
  const options = benchOptions(process.argv.slice(2))
  const output = JSON.stringify(await run(options), null, 2)
  if (options.json) writeFileSync(options.json, `${output}\n`)
  else console.log(output)
}
