/**
 * Runs Postgres for as long as somebody holds the other end of standard input, so that no Postgres outlives its starter,
 * however that one ends. Plain JavaScript: it starts in 40 ms and needs nothing installed.
 *
 * node keeper.mjs '{"program": …, "args": […], "folder": …, "logFile": …, "uid"?, "gid"?, "removeFolder": boolean}'
 * Ends with Postgres' own exit code. `removeFolder` takes the data away at the end.
 */
import { spawn } from 'node:child_process'
import { openSync, rmSync } from 'node:fs'

const { program, args, folder, logFile, uid, gid, removeFolder } = JSON.parse(process.argv[2])
const log = openSync(logFile, 'a', 0o600)
const postgres = spawn(program, args, { cwd: '/', uid, gid, stdio: ['ignore', log, log] })

let stopping = false
/** "Fast" shutdown first (clients are cut, data is synced), then harder. */
function stop() {
  if (stopping) return
  stopping = true
  postgres.kill('SIGINT')
  setTimeout(() => postgres.kill('SIGQUIT'), 15_000).unref()
  setTimeout(() => postgres.kill('SIGKILL'), 20_000).unref()
}

postgres.on('error', (error) => {
  console.error(error.message)
  process.exit(127)
})
postgres.on('exit', (code, signal) => {
  if (removeFolder) rmSync(folder, { recursive: true, force: true })
  process.exit(code ?? (signal ? 1 : 0))
})
process.stdin.on('end', stop).on('error', stop).resume()
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop)
