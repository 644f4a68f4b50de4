import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { underLock } from '#scripts/process/lock'
import type { Progress } from './progress'

/** Something made out of files of the project, which has to be made again when they change. */
export interface FreshStep {
  readonly name: string
  /** Said while it is done: "Building the site". */
  readonly line: string
  /** Files and folders, relative to the project's. Tests and generated folders in them do not count. */
  readonly inputs: readonly string[]
  /** One file of each thing that it makes. */
  readonly outputs: readonly string[]
  readonly make: () => Promise<void>
}

const counts = (file: string): boolean => !/\.test\.tsx?$|(^|\/)generated\/|(^|\/)node_modules\//.test(file)

function filesOf(folder: string, input: string): string[] {
  const place = path.join(folder, input)
  const stat = statSync(place, { throwIfNoEntry: false })
  if (!stat) return []
  if (stat.isFile()) return [input]
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter(counts)
}

function hashInputs(folder: string, inputs: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap((input) => filesOf(folder, input)).sort()) {
    hash.update(`${file}\0`).update(
      createHash('sha256')
        .update(readFileSync(path.join(folder, file)))
        .digest(),
    )
  }
  return hash.digest('hex')
}

/** Says which making the outputs are from: somebody may have made them by hand since, out of other files. */
function timesOf(folder: string, outputs: readonly string[]): string | undefined {
  const times = outputs.map((file) => statSync(path.join(folder, file), { throwIfNoEntry: false })?.mtimeMs)
  return times.includes(undefined) ? undefined : times.join()
}

function readStamp(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/**
 * Makes what is missing or older than its inputs; returns whether it had to. Processes that want the same at the same
 * moment wait for the first.
 */
export async function bringUpToDate(folder: string, step: FreshStep, progress: Progress): Promise<boolean> {
  const stampFile = path.join(folder, '.data/stamps', step.name)
  mkdirSync(path.dirname(stampFile), { recursive: true })
  const waiting = () => progress.say(`${step.line}: waiting for another process that does it`)
  return underLock(`${stampFile}.lock`, step.line, waiting, async () => {
    const inputs = hashInputs(folder, step.inputs)
    const isFresh = () => readStamp(stampFile) === `${inputs} ${timesOf(folder, step.outputs)}`
    if (isFresh()) return false
    await progress.step(step.line, step.make)
    const times = timesOf(folder, step.outputs)
    if (!times) throw new Error(`${step.line} did not bring ${step.outputs.join(', ')}`)
    writeFileSync(stampFile, `${inputs} ${times}`)
    return true
  })
}
