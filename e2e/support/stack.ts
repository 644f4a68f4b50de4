import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePort } from '#scripts/postgres/freePort'
import { workerAllocator, workerNodeFlags } from '#scripts/process/allocator'
import { type Child, startChild } from '#scripts/process/child'
import { runToEnd } from '#scripts/process/runToEnd'
import { projectFolder } from '#scripts/projectFolder'
import { buildSite, generateCode } from '#scripts/start/build'
import { buildWorker } from '#scripts/start/buildWorker'
import { progress } from '#scripts/start/progress'
import type { TestDatabase } from './testDatabase'

/** A really started site and worker, with a database and a storage folder of their own. */
export interface Stack {
  /** Without a slash at its end. */
  readonly url: string
  readonly databaseUrl: string
  readonly storageDir: string
  /** Process id of the worker that was started last. */
  readonly workerPid: number
  /** What site and workers have printed so far, for a failing test to show. */
  readonly printed: readonly string[]
  /** Ends all workers, by default as a crash would; resolves when they are gone. */
  killWorker(signal?: NodeJS.Signals): Promise<void>
  /** Starts one worker more; resolves when it is ready to work. */
  startWorker(): Promise<void>
  /** Ends everything; resolves when it is gone. */
  stop(): Promise<void>
}

export interface StackOptions {
  /** Laid over the environment of site and worker, for example `{ MEMEZAP_OCR__ENABLE_CACHE: 'false' }`. */
  readonly env?: Readonly<Record<string, string>>
  /** false: begin without a worker. first: the site comes once the worker is ready, and never sees that there is none. */
  readonly worker?: boolean | 'first'
  /** Publish the starter templates: some seconds, so only where they are looked at. */
  readonly starterTemplates?: boolean
  /** The worker's program, `workers/main.ts` unless another is to be measured against it. */
  readonly workerProgram?: string
  /** Outside of Vitest, where nobody hands out databases. */
  readonly database?: TestDatabase
}

const startTimeoutMs = 90_000

/** Signs in as a curator in every stack, unless its `env` says otherwise. */
export const stackAdminToken = 'the admin token of the tests'

/** A program that was started, and when it was up. */
interface Started {
  readonly child: Child
  /** Resolves with the line that says so; rejects when it ends before or takes too long, with what was printed. */
  readonly up: Promise<void>
}

/** Next prints it once it listens; what is asked before it has loaded everything waits. */
const siteUp = /Ready in /
/** The last of a worker's start: its row says READY by then. */
const workerUp = /"msg":"ready"/

/**
 * Starts the production site, built first when that is stale, and a worker, on free ports. Resolves when both answer, the
 * worker with its models loaded.
 */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const told = progress((line) => console.log(line))
  await generateCode(projectFolder, told)
  await buildSite(projectFolder, told)
  const workerProgram = await buildWorker(projectFolder, told, options.workerProgram)
  // Imported late: it needs Vitest, which the benchmark does not run in.
  const database = options.database ?? (await (await import('./testDatabase')).createTestDatabase())
  const storageDir = mkdtempSync(path.join(os.tmpdir(), 'memezap-files-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const printed: string[] = []
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    // The worker says at this level that it is ready.
    LOG_LEVEL: 'info',
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: database.url,
    MEMEZAP_STORAGE__DIRECTORY: storageDir,
    MEMEZAP_ADMIN_TOKEN: stackAdminToken,
    ...options.env,
  }
  const run = (name: string, isUp: RegExp, args: readonly string[]): Started => {
    let child: Child | undefined
    const up = new Promise<void>((resolve, reject) => {
      const fail = (reason: string) => {
        clearTimeout(timer)
        reject(new Error(`The ${name} is not up: ${reason}\n${printed.slice(-40).join('\n')}`))
      }
      const timer = setTimeout(() => fail('it took too long'), startTimeoutMs)
      child = startChild({
        args,
        folder: projectFolder,
        env: { ...workerAllocator, ...env },
        line(line) {
          printed.push(`${name}: ${line}`)
          if (!isUp.test(line)) return
          clearTimeout(timer)
          resolve()
        },
      })
      void child.ended.then(fail)
    })
    return { child: child!, up }
  }
  const sites: Child[] = []
  const workers: Child[] = []
  const startSite = async () => {
    const next = 'node_modules/next/dist/bin/next'
    const site = run('site', siteUp, [next, 'start', '-p', String(port), '-H', '127.0.0.1'])
    sites.push(site.child)
    await site.up
  }
  const stack: Stack = {
    url,
    databaseUrl: database.url,
    storageDir,
    printed,
    get workerPid() {
      return workers.at(-1)?.pid ?? 0
    },
    async killWorker(signal = 'SIGKILL') {
      for (const worker of workers) worker.signal(signal)
      await Promise.all(workers.splice(0).map(({ ended }) => ended))
    },
    async startWorker() {
      const worker = run('worker', workerUp, [...workerNodeFlags, workerProgram])
      workers.push(worker.child)
      await worker.up
    },
    async stop() {
      await Promise.all([...sites, ...workers.splice(0)].map((child) => child.stop()))
      await database.drop()
      rmSync(storageDir, { recursive: true, force: true })
    },
  }
  try {
    const published = options.starterTemplates
      ? runToEnd('npm run seed', { args: ['--import', 'tsx', 'scripts/seed.ts'], folder: projectFolder, env })
      : undefined
    if (options.worker === 'first') await stack.startWorker()
    await Promise.all([startSite(), published, (options.worker ?? true) === true ? stack.startWorker() : undefined])
    return stack
  } catch (error) {
    await stack.stop()
    throw error
  }
}
