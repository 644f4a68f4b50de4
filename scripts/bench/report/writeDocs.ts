import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { projectFolder } from '#scripts/projectFolder'
import { betweenMarkers } from './betweenMarkers'
import { scenarioChart, throughputChart } from './charts'
import { markdown } from './markdown'
import type { BenchResult } from './result'

const docs = path.join(projectFolder, 'docs')
const page = path.join(docs, 'benchmarks.md')
const charts = 'benchmarks'

/** Replaces a part of docs/benchmarks.md. @param name of its markers */
export function writePart(name: string, text: string): void {
  writeFileSync(page, betweenMarkers(readFileSync(page, 'utf8'), name, `\n${text}\n`))
}

/** Writes the figures of a whole run into docs/benchmarks.md, and the charts and the JSON beside it. */
export function writeDocs(result: BenchResult): void {
  const folder = path.join(docs, charts)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'scenarios.svg'), scenarioChart(result))
  writeFileSync(path.join(folder, 'throughput.svg'), throughputChart(result))
  writeFileSync(path.join(folder, 'end-to-end.json'), `${JSON.stringify(result, null, 2)}\n`)
  writePart('npm run bench', markdown(result, charts))
}
