import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { projectFolder } from '#scripts/projectFolder'
import { type FlameRow, flameChart } from './chart/flameChart'
import { profiledStages } from './flame/profiledStages'

/**
 * Where the processor's time of a first-time captioned picture goes. `--json FILE` keeps the figures, `--beside FILE` draws such figures of another
 * version above these, `--write FILE` is the chart.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '12' },
    name: { type: 'string', default: 'now' },
    json: { type: 'string' },
    beside: { type: 'string' },
    write: { type: 'string' },
  },
})

const now: FlameRow = { name: values.name, stages: await profiledStages(Number(values.runs)) }
for (const { name, ms } of now.stages) console.log(`${name.padEnd(8)} ${ms.toFixed(1).padStart(7)} ms`)
if (values.json) writeFileSync(values.json, `${JSON.stringify(now)}\n`)
if (values.write) {
  const before = values.beside ? [JSON.parse(readFileSync(values.beside, 'utf8')) as FlameRow] : []
  const file = path.resolve(projectFolder, values.write)
  mkdirSync(path.dirname(file), { recursive: true })
  const subtitle =
    '1024 × 768 JPEG with two captions; every stage on one thread, one after another; milliseconds of processor time'
  writeFileSync(file, flameChart('Where the time of a first-time picture goes', subtitle, [...before, now]))
}
