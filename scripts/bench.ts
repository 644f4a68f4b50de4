/** `npm run bench`: how long a meme takes from request to finish, before and after; memes per second; the start; memory. `--help` lists the options. */
import { writeFileSync } from 'node:fs'
import { endToEnd } from './bench/endToEnd'
import { type BenchOptions, benchOptions, usage } from './bench/options'
import { writeDocs } from './bench/report/writeDocs'
import { runSoak } from './bench/soak/run'
import { writeSoak } from './bench/soak/writeSoak'
import { measureStartup, startupWords, writeStartup } from './bench/startup'

async function run(options: BenchOptions): Promise<unknown> {
  if (options.soak !== undefined) {
    const result = await runSoak(options.soak)
    if (options.write) writeSoak(result)
    return result
  }
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
