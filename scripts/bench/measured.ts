import { endToEnd } from './endToEnd'
import type { BenchOptions } from './options'
import { writeDocs } from './report/writeDocs'
import { runSoak } from './soak/run'
import { writeSoak } from './soak/writeSoak'
import { measureStartup, startupWords, writeStartup } from './startup'

/** Measures what the options ask for, and writes it into the docs when they ask for that. @returns the figures, for JSON */
export async function measured(options: BenchOptions): Promise<unknown> {
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
