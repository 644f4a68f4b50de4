import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { freePort } from '#scripts/postgres/freePort'

/** A redis-server of a test's own, which keeps nothing on disk. */
export interface RedisServer {
  readonly url: string
  readonly pid: number
  /** Resolves when the process is gone: `SIGKILL` as a crash would end it. */
  stop(signal?: NodeJS.Signals): Promise<void>
  /** Starts it again, empty, at the same address. */
  start(): Promise<void>
}

/** @param options as in redis.conf, for example `['--maxmemory', '2mb']` */
export async function startRedis(options: readonly string[] = []): Promise<RedisServer> {
  const port = await freePort()
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', ...options]
  const begin = async () => {
    const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise<void>((resolve, reject) => {
      child.once('error', () =>
        reject(new Error('Tests of the shared caches need redis-server: apt-get install redis-server')),
      )
      child.once('exit', (code) => reject(new Error(`redis-server ended with code ${code}`)))
      createInterface(child.stdout).on('line', (line) => {
        if (line.includes('Ready to accept connections')) resolve()
      })
    })
    return child
  }
  let child = await begin()
  return {
    url: `redis://127.0.0.1:${port}`,
    get pid() {
      return child.pid!
    },
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill(signal)
      await gone
    },
    async start() {
      child = await begin()
    },
  }
}
