import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { postgresOwner } from './places'

/** Runs one of Postgres' programs as the user who may. Throws with what it printed when it fails. */
export async function runAsPostgres(program: string, args: readonly (readonly string[])[]): Promise<void> {
  const child = spawn(program, args.flat(), { ...postgresOwner, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('exit', resolve))
  const [code, words] = await Promise.all([ended, text(child.stderr)])
  if (code !== 0) throw new Error(`${program} failed: ${words.trim()}`)
}
