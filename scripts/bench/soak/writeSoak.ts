import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { projectFolder } from '#scripts/projectFolder'
import { writePart } from '../report/writeDocs'
import { type SoakResult, soakChart, soakWords } from './report'

/** Writes a soak into docs/benchmarks.md, and its chart and JSON beside it. */
export function writeSoak(result: SoakResult): void {
  const folder = path.join(projectFolder, 'docs/benchmarks')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'soak.svg'), soakChart(result))
  writeFileSync(path.join(folder, 'soak.json'), `${JSON.stringify(result, null, 2)}\n`)
  const { takenAt, processor, cores } = result
  const words = `${takenAt.slice(0, 10)}, ${processor}, ${cores} cores. ${soakWords(result)}.`
  writePart('npm run bench -- --soak', `${words}\n\n![${words}](benchmarks/soak.svg)`)
}
