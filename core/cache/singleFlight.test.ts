import { expect, it } from 'vitest'
import { singleFlight } from './singleFlight'

/** Work whose end the test says, and what became of it. */
function work() {
  let end = (_value: string): void => undefined
  let fail = (_reason: unknown): void => undefined
  const seen = { begun: 0, stopped: 0 }
  const make = (signal: AbortSignal) => {
    seen.begun += 1
    signal.addEventListener('abort', () => {
      seen.stopped += 1
    })
    return new Promise<string>((resolve, reject) => {
      end = resolve
      fail = reject
    })
  }
  return { seen, make, end: (value: string) => end(value), fail: (reason: unknown) => fail(reason) }
}

it('does equal work once, for all who want it at that moment', async () => {
  const fly = singleFlight<string>()
  const { seen, make, end } = work()
  const flights = [fly('a', make), fly('a', make), fly('a', make)]
  expect(flights.map(({ joined }) => joined)).toEqual([false, true, true])
  expect(flights.map(({ isAlone }) => isAlone())).toEqual([false, false, false])
  end('done')
  expect(await Promise.all(flights.map(({ result }) => result))).toEqual(['done', 'done', 'done'])
  expect(seen.begun).toBe(1)
  expect(fly('a', async () => 'anew').joined).toBe(false)
})

it('is not spoiled for the others by one who is cancelled', async () => {
  const fly = singleFlight<string>()
  const { seen, make, end } = work()
  const cancelled = new AbortController()
  const first = fly('a', make, cancelled.signal)
  const second = fly('a', make, new AbortController().signal)
  cancelled.abort('cancelled')
  await expect(first.result).rejects.toBe('cancelled')
  end('done')
  expect(await second.result).toBe('done')
  expect(seen).toEqual({ begun: 1, stopped: 0 })
})

it('stops the work when nobody wants it any more, and begins anew for who comes then', async () => {
  const fly = singleFlight<string>()
  const given = work()
  const aborts = [new AbortController(), new AbortController()]
  const flights = aborts.map(({ signal }) => fly('a', given.make, signal))
  const ends = flights.map(({ result }) => expect(result).rejects.toBe('cancelled'))
  for (const abort of aborts) abort.abort('cancelled')
  await Promise.all(ends)
  expect(given.seen).toEqual({ begun: 1, stopped: 1 })
  const next = fly('a', async () => 'anew')
  given.fail(new Error('stopped'))
  expect([next.joined, await next.result]).toEqual([false, 'anew'])
})

it('fails for all when the work fails, and is tried again by the next', async () => {
  const fly = singleFlight<string>()
  const { make, fail } = work()
  const flights = [fly('a', make), fly('a', make)]
  fail('broken')
  for (const { result } of flights) await expect(result).rejects.toBe('broken')
  expect(await fly('a', async () => 'well').result).toBe('well')
})

it('begins nothing for one who is cancelled already', async () => {
  const fly = singleFlight<string>()
  const { seen, make } = work()
  await expect(fly('a', make, AbortSignal.abort('cancelled')).result).rejects.toBe('cancelled')
  expect(seen.begun).toBe(0)
})
