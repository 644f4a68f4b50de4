import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { projectFolder } from '#scripts/projectFolder'

/** What it ran on. */
export interface Machine {
  readonly processor: string
  readonly cores: number
  readonly memoryGb: number
  readonly system: string
  /** One-minute load averages; the benchmark itself is in the second. */
  readonly loadBefore: number
  readonly loadAfter: number
}

/** What ran. */
export interface Versions {
  /** Of MemeZap; `+` at its end: with changes that are not committed. Null outside of a git checkout. */
  readonly commit: string | null
  readonly node: string
  readonly next: string
  readonly onnxruntime: string
  readonly sharp: string
}

const rounded = (value: number) => Math.round(value * 10) / 10

/** The machine's load over the last minute. */
export const load = (): number => rounded(os.loadavg()[0]!)

/** @param loadBefore of the moment before the benchmark began */
export const machine = (loadBefore: number): Machine => ({
  processor: os.cpus()[0]?.model.trim() ?? os.arch(),
  cores: os.availableParallelism(),
  memoryGb: rounded(os.totalmem() / 2 ** 30),
  system: `${os.type()} ${os.release()}`,
  loadBefore,
  loadAfter: load(),
})

function commit(): string | null {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: projectFolder, encoding: 'utf8', stdio: 'pipe' })
  try {
    const changed = git('status', '--porcelain', '--untracked-files=no').trim() !== ''
    return `${git('rev-parse', '--short=10', 'HEAD').trim()}${changed ? '+' : ''}`
  } catch {
    return null
  }
}

function versionOf(name: string): string {
  const file = path.join(projectFolder, 'node_modules', name, 'package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

export const versions = (): Versions => ({
  commit: commit(),
  node: process.version,
  next: versionOf('next'),
  onnxruntime: versionOf('onnxruntime-node'),
  sharp: versionOf('sharp'),
})
