import { spawn } from 'node:child_process'
import { once } from 'node:events'
import os from 'node:os'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type Child, startChild } from './child'
import { processIdentity } from './identity'

/** A process that starts another one and prints its number; neither ends by itself. */
const parentOfOne = `const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  console.log(child.pid); setInterval(() => {}, 1000)`

function started(code: string, graceMs?: number): Promise<{ child: Child; line: string }> {
  return new Promise((resolve) => {
    const program = { args: ['-e', code], folder: os.tmpdir(), env: process.env }
    const child = startChild({ ...program, line: (line) => resolve({ child, line }) }, graceMs)
  })
}

/** Resolves when a process is gone. */
async function gone(pid: number): Promise<void> {
  while (processIdentity(pid)) await new Promise((resolve) => setImmediate(resolve))
}

test('says how it ended', async () => {
  const program = { folder: os.tmpdir(), env: process.env, line: () => {} }
  expect(await startChild({ ...program, args: ['-e', 'process.exit(3)'] }).ended).toBe('exit code 3')
})

test('stopping ends what the process itself has started', async () => {
  const { child, line } = await started(parentOfOne)
  await child.stop()
  await gone(Number(line))
  expect(processIdentity(child.pid)).toBeUndefined()
})

test('a process that does not want to end is made to', async () => {
  const { child } = await started(`process.on('SIGTERM', () => {}); ${parentOfOne}`, 1)
  await child.stop()
  expect(await child.ended).toBe('signal SIGKILL')
})

/** Starts a process that prints "up" and runs `code`, lets its starter be killed, and resolves when it is gone. */
async function orphaned(code: string): Promise<void> {
  const starter = fileURLToPath(new URL('child.ts', import.meta.url))
  const program = `import(${JSON.stringify(starter)}).then(({ startChild }) => {
    const child = startChild({ args: ['-e', ${JSON.stringify(`console.log("up"); ${code}`)}], folder: '/', env: process.env,
      line: () => console.log(child.pid) }, 200) })`
  const process_ = spawn(process.execPath, ['--import', 'tsx', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(createInterface({ input: process_.stdout }), 'line')
  expect(processIdentity(Number(line))).toBeDefined()
  process_.kill('SIGKILL')
  await gone(Number(line))
}

test('a process ends when its starter is killed', () => orphaned('setInterval(() => {}, 1000)'))

test('… also one whose main thread waits for ever when it is asked to end', () =>
  orphaned(
    `process.on('SIGTERM', () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)); setInterval(() => {}, 1000)`,
  ))
