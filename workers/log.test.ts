import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { projectRoot } from '#store/config'

/** Says that it runs, then, once its input has ended, more than a pipe holds, and ends. */
const program = `
  const { log } = await import(${JSON.stringify(new URL('./log.ts', import.meta.url).href)})
  log.fatal('here')
  process.stdin.resume().on('end', () => {
    for (let line = 0; line < 100; line++) log.fatal({ line, words: 'x'.repeat(2000) })
    process.exit(3)
  })`

test('a process that has something left to say when its reader is gone ends all the same', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    cwd: projectRoot(),
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const gone = once(child, 'exit')
  await once(child.stdout, 'data')
  child.stdout.destroy()
  await once(child.stdout, 'close')
  child.stdin.end()
  expect(await gone).toEqual([3, null])
})
