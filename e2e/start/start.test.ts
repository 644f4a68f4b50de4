import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { freePort } from '#scripts/postgres/freePort'
import { startChild } from '#scripts/process/child'
import { projectFolder } from '#scripts/projectFolder'
import { buildSite, generateCode } from '#scripts/start/build'
import { progress } from '#scripts/start/progress'
import { testEnvironment } from '#scripts/test/vitest'
import { family, gone } from './family'
import { npmStart } from './npmStart'

// A whole start, and each part once more, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000 })

beforeAll(async () => {
  const told = progress((line) => console.log(line))
  await generateCode(projectFolder, told)
  await buildSite(projectFolder, told)
})

const statusOf = async (url: string): Promise<number> => (await fetch(url)).status

const ready = /MemeZap is ready: http:\/\/localhost:\d+/

test('npm start brings up the page, keeps its parts alive, and leaves nothing behind', async () => {
  const system = await npmStart({ MEMEZAP_MONITORING__PUBLIC_PERFORMANCE: 'true' })
  await system.line(ready)
  await system.line(/worker .*"msg":"ready"/)
  expect(await statusOf(system.url)).toBe(200)

  const beforeWorker = system.lineCount()
  process.kill(system.find(/\.built\/main\/main\.js/), 'SIGKILL')
  await system.line(/The worker ended \(signal SIGKILL\) .* starting it again/, beforeWorker)
  await system.line(/worker .*"msg":"ready"/, beforeWorker)

  const beforeSite = system.lineCount()
  process.kill(system.find(/next-server/), 'SIGKILL')
  await system.line(/The site ended \(signal SIGKILL\) .* starting it again/, beforeSite)
  await system.line(/site .*Ready in/, beforeSite)
  expect(await statusOf(system.url)).toBe(200)

  const beforeDatabase = system.lineCount()
  process.kill(system.find(/bin\/postgres -D/), 'SIGKILL')
  await system.line(/The database ended .* starting it again/, beforeDatabase)
  await system.line(/The database was started again/, beforeDatabase)
  expect(await statusOf(`${system.url}/api/performance`)).toBe(200)

  const started = family(system.pid)
  expect(started.length).toBeGreaterThan(5)
  process.kill(system.pid, 'SIGTERM')
  await gone(started)
})

test('nothing is left when npm is killed', async () => {
  const system = await npmStart()
  await system.line(ready)
  const started = family(system.pid)
  process.kill(system.pid, 'SIGKILL')
  await gone(started)
})

test('nothing is left when the starter is killed', async () => {
  const system = await npmStart()
  await system.line(ready)
  const started = family(system.pid)
  process.kill(system.find(/^node scripts\/start\.mjs/), 'SIGKILL')
  await gone(started)
})

test('a taken port is named before anything is started', async () => {
  const other = createServer().listen(0)
  await once(other, 'listening')
  onTestFinished(() => {
    other.close()
  })
  const { port } = other.address() as AddressInfo
  const system = await npmStart({ PORT: String(port) })
  expect(await system.line(/MemeZap did not start/)).toContain(`Port ${port} is taken`)
})

const wrongSettings: readonly [Record<string, string>, string][] = [
  [{ MEMEZAP_OCR__SPEED: '9' }, 'ocr.speed: there is no such key'],
  [{ MEMEZAP_ADMIN_TOKEN: 'short' }, 'MEMEZAP_ADMIN_TOKEN has 5 characters and needs 16 or more'],
]

test.each(wrongSettings)('a wrong setting is named before anything is started: %j', async (env, words) => {
  const system = await npmStart(env)
  await system.line(/MemeZap did not start: /)
  await system.line(new RegExp(words))
  await expect(system.line(/Starting the/)).rejects.toThrow('npm start printed no')
})

test.each(wrongSettings)('the site by itself ends with the name of a wrong setting: %j', async (env, words) => {
  const lines: string[] = []
  const site = startChild({
    args: ['node_modules/next/dist/bin/next', 'start', '-p', String(await freePort())],
    folder: projectFolder,
    env: { ...testEnvironment(), ...env, NODE_ENV: 'production' },
    line: (line) => lines.push(line),
  })
  onTestFinished(() => site.stop())
  expect(await site.ended).toBe('exit code 1')
  expect(lines.join('\n')).toContain(words)
})
