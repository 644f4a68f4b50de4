import { startEmbedded } from '#scripts/postgres/embedded'
import { workerAllocator, workerNodeFlags } from '#scripts/process/allocator'
import { startChild } from '#scripts/process/child'
import type { Part, Running } from '#scripts/process/supervisor'
import { marked } from './logLine'

/** How a system is started. */
export interface System {
  readonly folder: string
  readonly mode: 'production' | 'development'
  readonly port: number
  /** Address that the site listens on; undefined means all of the machine. */
  readonly host: string | undefined
}

const remembered = 15

/** A part that is a Node program. What it printed last is kept for when it ends. */
function programPart(name: string, folder: string, args: readonly string[], env: () => NodeJS.ProcessEnv): Part {
  return {
    name,
    async start(): Promise<Running> {
      const printed: string[] = []
      const child = startChild({
        args,
        folder,
        env: env(),
        line: (line) => {
          console.log(marked(name, line))
          printed.push(line)
          if (printed.length > remembered) printed.shift()
        },
      })
      return { ended: child.ended.then((words) => ({ words, lastLines: printed })), stop: child.stop }
    },
  }
}

const baseEnvironment = ({ mode }: System, databaseUrl: string): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: mode,
  NEXT_TELEMETRY_DISABLED: '1',
  DATABASE_URL: databaseUrl,
})

/** The web server with the page and the API. */
export function sitePart(system: System, databaseUrl: () => string): Part {
  const command = system.mode === 'production' ? 'start' : 'dev'
  const host = system.host ? ['-H', system.host] : []
  const args = ['node_modules/next/dist/bin/next', command, '-p', String(system.port), ...host]
  return programPart('site', system.folder, args, () => baseEnvironment(system, databaseUrl()))
}

/** The process that does the jobs. @param built its JavaScript; undefined: its sources, started again when they change */
export function workerPart(system: System, databaseUrl: () => string, built: string | undefined): Part {
  const args =
    built !== undefined
      ? [...workerNodeFlags, built]
      : ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', '--include=config.yaml', 'workers/main.ts']
  return programPart('worker', system.folder, args, () => ({
    ...workerAllocator,
    ...baseEnvironment(system, databaseUrl()),
  }))
}

/** The embedded database. `onAddress` hears where it is, at each start. */
export function databasePart(system: System, say: (line: string) => void, onAddress: (url: string) => void): Part {
  const purpose = system.mode === 'production' ? 'npm start' : 'npm run dev'
  return {
    name: 'database',
    async start() {
      const server = await startEmbedded(system.folder, purpose, say)
      onAddress(server.url)
      return {
        ended: server.ended.then((lastLines) => ({ words: 'its process is gone', lastLines })),
        stop: server.stop,
      }
    },
  }
}
