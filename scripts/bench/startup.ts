import { spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '#scripts/postgres/freePort'
import { projectFolder } from '#scripts/projectFolder'
import { testEnvironment } from '#scripts/test/vitest'
import { load, type Machine, machine, type Versions, versions } from './machine'
import { ms } from './report/words'
import { writePart } from './report/writeDocs'
import { standInClip } from './standInClip'
import { type Durations, durations } from './statistics'

/** What `npm run bench -- --startup` measures. */
export interface StartupResult {
  readonly takenAt: string
  readonly machine: Machine
  readonly versions: Versions
  /** From the command to the whole first page. */
  readonly pageMs: Durations
  /** From then to the worker's word that its models are warm; 0 where it was first. */
  readonly modelsMs: Durations
  readonly targets: { readonly pageMs: number; readonly modelsMs: number }
  readonly met: { readonly page: boolean; readonly models: boolean }
}

const targets = { pageMs: 5000, modelsMs: 3000 } as const

/** Milliseconds from the command on. */
interface Start {
  readonly pageMs: number
  readonly readyMs: number
}

const workerReady = /"msg":"ready"/
const allDescribed = /"msg":"all templates are described"/

async function firstPage(url: string): Promise<void> {
  for (;;) {
    try {
      const response = await fetch(url)
      await response.text()
      if (response.ok) return
    } catch {
      // Nobody listens yet.
    }
    await pause(20)
  }
}

/** Runs `npm start` until page and models are there, and ends it. @param until also waited for: a line that it prints */
async function startOnce(env: NodeJS.ProcessEnv, until?: RegExp): Promise<Start> {
  const port = await freePort()
  const begin = performance.now()
  const since = () => performance.now() - begin
  const child = spawn('npm', ['start'], {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...env, PORT: String(port) },
  })
  const ended = once(child, 'close')
  const printed: string[] = []
  const lines = new EventEmitter()
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      printed.push(line)
      lines.emit('line', line)
    })
  const printedAt = (pattern: RegExp) =>
    new Promise<number>((resolve) => lines.on('line', (line: string) => pattern.test(line) && resolve(since())))
  const failed = ended.then(() => {
    throw new Error(`npm start ended:\n${printed.slice(-40).join('\n')}`)
  })
  // Its end is expected once it was asked for.
  failed.catch(() => {})
  const stop = () => void child.kill('SIGTERM')
  process.once('exit', stop)
  try {
    const page = firstPage(`http://127.0.0.1:${port}/`).then(since)
    const all = Promise.all([page, printedAt(workerReady), until && printedAt(until)])
    const [pageMs, readyMs] = await Promise.race([all, failed])
    return { pageMs, readyMs }
  } finally {
    stop()
    await ended
    process.off('exit', stop)
  }
}

/**
 * Times `npm start` with database and files of its own, that nothing of anybody is touched. The first start makes what later ones find (build, database,
 * templates), and does not count.
 */
export async function measureStartup(rounds: number): Promise<StartupResult> {
  const loadBefore = load()
  const clip = standInClip(['int8'])
  // Postgres wants a folder of its own that it can make its own.
  const [postgres, files] = ['postgres', 'files'].map((name) =>
    mkdtempSync(path.join(os.tmpdir(), `memezap-bench-${name}-`)),
  ) as [string, string]
  const env = {
    ...testEnvironment(),
    ...clip.env,
    LOG_LEVEL: 'info',
    MEMEZAP_POSTGRES_DIR: postgres,
    MEMEZAP_STORAGE__DIRECTORY: files,
  }
  try {
    const starts: Start[] = []
    console.log('A first start, which makes what later ones find')
    await startOnce(env, allDescribed)
    for (let round = 0; round < rounds; round++) {
      const start = await startOnce(env)
      starts.push(start)
      console.log(`start ${round + 1}: page after ${ms(start.pageMs)} ms, models after ${ms(start.readyMs)} ms`)
    }
    const pageMs = durations(starts.map((start) => start.pageMs))
    const modelsMs = durations(starts.map((start) => Math.max(0, start.readyMs - start.pageMs)))
    return {
      takenAt: new Date().toISOString(),
      machine: machine(loadBefore),
      versions: versions(),
      pageMs,
      modelsMs,
      targets,
      met: { page: pageMs.p50 <= targets.pageMs, models: modelsMs.p50 <= targets.modelsMs },
    }
  } finally {
    clip.remove()
    for (const folder of [postgres, files]) rmSync(folder, { recursive: true, force: true })
  }
}

const mark = (isMet: boolean): string => (isMet ? '✓' : '✗')

/** The result as sentences. */
export function startupWords({
  pageMs,
  modelsMs,
  met,
  machine: { processor, cores, loadBefore },
  takenAt,
  versions: { node, commit },
}: StartupResult): string {
  return [
    `First page after ${ms(pageMs.p50)} ms (longest of ${pageMs.n}: ${ms(pageMs.p95)}), target ≤ ${targets.pageMs} ${mark(met.page)}.`,
    `Models warm ${ms(modelsMs.p50)} ms later (longest ${ms(modelsMs.p95)}), target ≤ ${targets.modelsMs} ${mark(met.models)}.`,
    `${takenAt.slice(0, 10)}, ${processor}, ${cores} cores, load ${loadBefore} before; Node ${node}, MemeZap ${commit ?? 'without git'}; CLIP with random weights in 8 bits.`,
  ].join('\n')
}

/** Writes it into docs/benchmarks.md. */
export const writeStartup = (result: StartupResult): void =>
  writePart('npm run bench -- --startup', startupWords(result))
