import { execFileSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '#e2e/support/temporaryFolder'
import { holderOf, tryLock, underLock } from './lock'

const newFile = (): string => path.join(temporaryFolder(), 'lock.json')

test('the second to come is told who has the lock', () => {
  const file = newFile()
  const first = tryLock(file, 'the first')
  expect(first).toHaveProperty('release')
  expect(tryLock(file, 'the second')).toMatchObject({ holder: { pid: process.pid, purpose: 'the first' } })
  if ('release' in first) first.release()
  expect(holderOf(file)).toBeUndefined()
  expect(readdirSync(path.dirname(file))).toEqual([])
})

test('the lock of a process that is gone counts for nothing, also when another has its number now', () => {
  const file = newFile()
  const ended = Number(execFileSync(process.execPath, ['-p', 'process.pid']))
  for (const holder of [
    { pid: ended, identity: 'any', purpose: 'gone' },
    { pid: process.pid, identity: 'of a process before this one', purpose: 'gone' },
  ]) {
    writeFileSync(file, JSON.stringify(holder))
    expect(tryLock(file, 'the next')).toHaveProperty('release')
  }
})

test('work under a lock is done by one after another', async () => {
  const file = newFile()
  let atWork = 0
  let most = 0
  const waiting: string[] = []
  const work = async () => {
    most = Math.max(most, ++atWork)
    await new Promise((resolve) => setImmediate(resolve))
    atWork--
  }
  await Promise.all([1, 2, 3].map(() => underLock(file, 'count', (holder) => waiting.push(holder.purpose), work)))
  expect(most).toBe(1)
  expect(waiting).toEqual(['count', 'count'])
})
