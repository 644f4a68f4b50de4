import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { bringUpToDate, type FreshStep } from './freshStep'
import { progress } from './progress'

const silent = progress(() => {})
let folder: string
let made: number

const put = (file: string, text: string) => writeFileSync(path.join(folder, file), text)

const step = (): FreshStep => ({
  name: 'thing',
  line: 'Making the thing',
  inputs: ['source', 'settings.json', 'not/there'],
  outputs: ['out.txt'],
  async make() {
    made++
    put('out.txt', String(made))
    // Two makings within one tick of the file system's clock still have different times.
    utimesSync(path.join(folder, 'out.txt'), made, made)
  },
})

const make = () => bringUpToDate(folder, step(), silent)

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'fresh-'))
  made = 0
  mkdirSync(path.join(folder, 'source/generated'), { recursive: true })
  put('source/a.ts', 'a')
  put('settings.json', '{}')
  await make()
})

test('is made once and then left alone', async () => {
  expect(await make()).toBe(false)
  expect(made).toBe(1)
})

test('is made again when a file changes, comes, goes or is renamed', async () => {
  put('source/a.ts', 'b')
  expect(await make()).toBe(true)
  put('source/b.ts', 'a')
  expect(await make()).toBe(true)
  rmSync(path.join(folder, 'source/b.ts'))
  expect(await make()).toBe(true)
  put('settings.json', '{"a":1}')
  expect(await make()).toBe(true)
})

test('tests and generated files change nothing', async () => {
  put('source/a.test.ts', 'a')
  put('source/generated/c.ts', 'a')
  expect(await make()).toBe(false)
})

test('is made again when its output is gone, or was made by somebody else', async () => {
  rmSync(path.join(folder, 'out.txt'))
  expect(await make()).toBe(true)
  utimesSync(path.join(folder, 'out.txt'), 99, 99)
  expect(await make()).toBe(true)
})

test('a failed making is tried again', async () => {
  put('source/a.ts', 'c')
  const failing = { ...step(), make: () => Promise.reject(new Error('no room')) }
  await expect(bringUpToDate(folder, failing, silent)).rejects.toThrow('no room')
  expect(await make()).toBe(true)
})

test('several processes that want it at once make it once', async () => {
  put('source/a.ts', 'd')
  const results = await Promise.all([make(), make(), make()])
  expect(results.filter(Boolean)).toHaveLength(1)
})
