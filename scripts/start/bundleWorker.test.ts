import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectFolder } from '#scripts/projectFolder'
import { paddleVersion } from '#workers/models/paddle/createPaddleReader'
import { bundleWorker } from './bundleWorker'

const program = 'scripts/start/bundled.testing.ts'
const source = pathToFileURL(path.join(projectFolder, program)).href
/** In the project, where packages are found. */
const outdir = path.join(projectFolder, `.built/test-${process.pid}`)
const leftover = path.join(outdir, 'chunk-OLD.js')

let said: Record<'address' | 'stack' | 'threadStack' | 'readerVersion', string>
let profile: string

beforeAll(async () => {
  mkdirSync(outdir, { recursive: true })
  writeFileSync(leftover, '')
  await bundleWorker(projectFolder, program, outdir)
  const storage = path.join(outdir, 'storage')
  const { stdout, stderr } = spawnSync(process.execPath, [path.join(outdir, 'bundled.testing.js')], {
    cwd: projectFolder,
    env: { ...process.env, MEMEZAP_STORAGE__DIRECTORY: storage },
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  said = JSON.parse(stdout)
  profile = readFileSync(path.join(storage, 'profiles/bundled.cpuprofile'), 'utf8')
})

afterAll(() => rmSync(outdir, { recursive: true, force: true }))

const lineOf = (words: string): number =>
  readFileSync(path.join(projectFolder, program), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(words))

test('built code has the address of its source', () => {
  expect(said.address).toBe(source)
})

test("what is named after sources is named alike by the built worker and by this process: it finds the other's readings", async () => {
  expect(said.readerVersion).toBe(await paddleVersion())
})

test('stacks name sources and their lines, those of threads too', () => {
  expect(said.stack).toContain(`${source}:${lineOf("new Error('here')") + 1}:`)
  expect(said.threadStack).toContain('workers/models/clip/clipThread.ts:')
  expect(said.stack + said.threadStack).not.toContain('.built')
})

test('a profile names sources and their lines', () => {
  const { nodes } = JSON.parse(profile) as {
    nodes: {
      callFrame: { functionName: string; url: string; lineNumber: number }
      positionTicks?: { line: number }[]
    }[]
  }
  const busy = nodes.find(({ callFrame }) => callFrame.functionName === 'busy')
  expect(busy?.callFrame).toMatchObject({ url: source, lineNumber: lineOf('function busy') })
  expect(busy?.positionTicks?.map(({ line }) => line)).toContain(lineOf('for (const until') + 1)
  expect(profile).not.toContain('.built')
})

test('what an earlier build left is gone', () => {
  expect(existsSync(leftover)).toBe(false)
})
