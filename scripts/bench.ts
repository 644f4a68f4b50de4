import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { startDatabaseServer } from '#e2e/support/databaseServer'
import { memeClient } from '#e2e/support/memeClient'
import { startStack } from '#e2e/support/stack'
import { beforeSettings } from './bench/beforeSettings'
import { measure, type ScenarioResult } from './bench/measure'
import { scenarios } from './bench/scenarios'
import { type SoakPoint, soak, workerRssMb } from './bench/soak'
import { untilDescribed } from './bench/untilDescribed'

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    rounds: { type: 'string', default: '9' },
    soak: { type: 'string' },
  },
})

const quiet = { MEMEZAP_MONITORING__LOG_TIMING: 'false' }
const databases = await startDatabaseServer()
const newDatabase = async () => {
  const url = await databases.create()
  return { url, drop: () => databases.drop(url) }
}
const after = await startStack({ database: await newDatabase(), env: quiet, starterTemplates: !values.soak })
const afterClient = memeClient(after.url)

const rounded = (value: number) => Math.round(value * 10) / 10
const bar = (rssMb: number) => '█'.repeat(Math.round(rssMb / 20))

try {
  const results: ScenarioResult[] = []
  let points: readonly SoakPoint[] = []
  if (values.soak) {
    points = await soak(afterClient, after.databaseUrl, Number(values.soak))
    for (const { jobs, rssMb } of points)
      console.log(`${String(jobs).padStart(6)} jobs ${rssMb.toFixed(0).padStart(5)} MB ${bar(rssMb)}`)
  } else {
    await untilDescribed(after.databaseUrl)
    const before = await startStack({
      database: await newDatabase(),
      env: { ...quiet, ...beforeSettings },
      workerProgram: 'scripts/bench/beforeWorker.ts',
    })
    try {
      const beforeClient = memeClient(before.url)
      for (const scenario of scenarios(7)) {
        const result = await measure(scenario, beforeClient, afterClient, Number(values.rounds))
        results.push(result)
        console.log(
          `${result.name.padEnd(40)} before ${rounded(result.beforeMsP50)} ms   after ${rounded(result.afterMsP50)} ms   ×${rounded(result.ratio)}   floor ${rounded(result.floorMsP50)} ms`,
        )
      }
    } finally {
      await before.stop()
    }
  }
  const rssMb = Math.round(await workerRssMb(after.databaseUrl))
  console.log(`worker memory ${rssMb} MB`)
  const output = { scenarios: results, rssMb, device: 'cpu', ...(points.length > 0 ? { soak: points } : {}) }
  if (values.json) writeFileSync(values.json, `${JSON.stringify(output, null, 2)}\n`)
  else console.log(JSON.stringify(output))
} finally {
  await after.stop()
  await databases.stop()
}
