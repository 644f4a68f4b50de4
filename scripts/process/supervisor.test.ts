import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { startChild } from './child'
import { processIdentity } from './identity'
import { CannotKeepAlive, type Part, Supervisor } from './supervisor'

const folder = mkdtempSync(path.join(os.tmpdir(), 'supervisor-'))
const impatient = { quickMs: 60_000, quickDeaths: 3, pauseMs: 1 }
const supervisors: Supervisor[] = []
const said: string[] = []

function supervisor(patience = impatient): Supervisor {
  const made = new Supervisor((line) => said.push(line), patience)
  supervisors.push(made)
  return made
}

afterEach(async () => {
  await Promise.all(supervisors.splice(0).map((each) => each.stop()))
  said.length = 0
})

/** A part that runs JavaScript in a process; `printed` sees its lines. */
function part(name: string, code: string, printed: (line: string, pid: number) => void = () => {}): Part {
  return {
    name,
    async start() {
      const lines: string[] = []
      const child = startChild({
        args: ['-e', code],
        folder,
        env: process.env,
        line: (line) => {
          lines.push(line)
          printed(line, child.pid)
        },
      })
      return { ended: child.ended.then((words) => ({ words, lastLines: lines })), stop: child.stop }
    },
  }
}

const runsForEver = 'console.log("up"); setInterval(() => {}, 1000)'

test('starts a part again that was killed', async () => {
  const pids: number[] = []
  await new Promise<void>((resolve, reject) => {
    const kept = supervisor()
    kept.failed.catch(reject)
    const worker = part('worker', runsForEver, (_, pid) => {
      pids.push(pid)
      if (pids.length === 1) process.kill(pid, 'SIGKILL')
      else resolve()
    })
    kept.keep(worker).catch(reject)
  })
  expect(pids[0]).not.toBe(pids[1])
  expect(said.join()).toMatch(/The worker ended \(signal SIGKILL\) after .* starting it again/)
})

test('gives up on a part that ends again and again, and names it with its last words', async () => {
  const kept = supervisor()
  await kept.keep(part('site', 'console.log("cannot listen"); process.exit(7)'))
  const failure = await kept.failed.catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(CannotKeepAlive)
  expect((failure as Error).message).toBe(
    'The site ended 3 times in a row (exit code 7). Its last lines:\n    cannot listen',
  )
})

test('a part that ran for long may end as often as it likes', async () => {
  const counter = path.join(folder, 'count')
  writeFileSync(counter, '0')
  const code = `const fs = require('node:fs'); const n = Number(fs.readFileSync('${counter}')) + 1
    fs.writeFileSync('${counter}', String(n)); console.log(n); if (n > 5) setInterval(() => {}, 1000)`
  await new Promise<void>((resolve, reject) => {
    const kept = supervisor({ ...impatient, quickMs: 0 })
    kept.failed.catch(reject)
    kept.keep(part('worker', code, (line) => line === '6' && resolve())).catch(reject)
  })
  expect(readFileSync(counter, 'utf8')).toBe('6')
})

test('stopping ends everything, the last part first, and starts nothing again', async () => {
  const kept = supervisor()
  const pids: number[] = []
  const ends: string[] = []
  for (const name of ['database', 'worker']) {
    const code = `process.on('SIGTERM', () => { console.log('end'); process.exit(0) }); ${runsForEver}`
    await new Promise<void>((resolve, reject) => {
      const watched = part(name, code, (line, pid) => {
        if (line === 'end') ends.push(name)
        else {
          pids.push(pid)
          resolve()
        }
      })
      kept.keep(watched).catch(reject)
    })
  }
  await kept.stop()
  expect(ends).toEqual(['worker', 'database'])
  expect(pids.map(processIdentity)).toEqual([undefined, undefined])
})
