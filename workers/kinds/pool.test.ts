import { expect, it } from 'vitest'
import { createPool } from './pool'

/** Work that ends when it is told to. */
function work() {
  let end: (value: string) => void = () => undefined
  let begun = false
  const ended = new Promise<string>((resolve) => {
    end = resolve
  })
  const run = () => {
    begun = true
    return ended
  }
  return { run, end: (value = 'done') => end(value), begun: () => begun }
}

it('runs so many at once, and the others in their order', async () => {
  const pool = createPool(2)
  const [a, b, c, d] = [work(), work(), work(), work()]
  const runs = [a, b, c, d].map(({ run }) => pool.run(run))
  expect([a, b, c, d].map(({ begun }) => begun())).toEqual([true, true, false, false])
  expect(pool.waiting()).toBe(2)
  b.end('b')
  expect(await runs[1]).toBe('b')
  expect([c.begun(), d.begun()]).toEqual([true, false])
  for (const { end } of [a, c, d]) end()
  await Promise.all(runs)
  expect(pool.waiting()).toBe(0)
})

it('lets a single meme go before the batches that stand in line, and keeps their order', async () => {
  const pool = createPool(1)
  const first = work()
  const order: string[] = []
  const asked = [
    ['batch', 1],
    ['late in a batch', 9],
    ['batch, too', 1],
    ['single', 0],
    ['somebody', undefined],
  ] as const
  const runs = [
    pool.run(first.run),
    ...asked.map(([name, priority]) => pool.run(() => order.push(name), undefined, { priority })),
  ]
  first.end()
  await Promise.all(runs)
  expect(order).toEqual(['single', 'somebody', 'batch', 'batch, too', 'late in a batch'])
})

it('says how long each stood in line, and nothing of those that did not', async () => {
  const pool = createPool(1)
  const first = work()
  const notes: { waitedMs?: number }[] = [{}, { waitedMs: 5 }]
  const runs = [pool.run(first.run, undefined, notes[0]), pool.run(() => 'second', undefined, notes[1])]
  first.end()
  await Promise.all(runs)
  expect(notes[0]).toEqual({})
  expect(notes[1]!.waitedMs).toBeGreaterThan(5)
})

it('lets who is aborted leave the line, and keeps the place of who is at work until it has ended', async () => {
  const pool = createPool(1)
  const [first, second, third] = [work(), work(), work()]
  const aborting = [new AbortController(), new AbortController()]
  const running = pool.run(first.run, aborting[0]!.signal)
  const inLine = pool.run(second.run, aborting[1]!.signal)
  const last = pool.run(third.run)
  aborting[1]!.abort(new Error('cancelled'))
  await expect(inLine).rejects.toThrow('cancelled')
  expect(pool.waiting()).toBe(1)
  aborting[0]!.abort(new Error('cancelled too'))
  expect(third.begun()).toBe(false)
  first.end()
  await running
  third.end()
  await last
  expect(second.begun()).toBe(false)
  await expect(pool.run(() => 'never', AbortSignal.abort(new Error('before')))).rejects.toThrow('before')
})

it('gives the place of who fails to the next', async () => {
  const pool = createPool(1)
  const failing = pool.run(() => Promise.reject(new Error('broken')))
  const next = pool.run(() => 'next')
  await expect(failing).rejects.toThrow('broken')
  expect(await next).toBe('next')
})
