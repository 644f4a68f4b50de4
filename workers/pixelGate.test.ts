import { expect, it } from 'vitest'
import { createPixelGate, type PixelGate } from './pixelGate'

/** Jobs at a gate, by name: who is in, in the order in which they came in. */
function jobsAt(gate: PixelGate) {
  const inside: string[] = []
  const aborts = new Map<string, AbortController>()
  const rooms = new Map<string, ReturnType<PixelGate['room']>>()
  return {
    inside,
    /** Settles when it is in, or has left the line. */
    async comes(name: string, pixels: number): Promise<string> {
      const abort = new AbortController()
      const room = gate.room(abort.signal)
      aborts.set(name, abort)
      rooms.set(name, room)
      try {
        await room.enter(pixels)
      } catch (reason) {
        return String(reason)
      }
      inside.push(name)
      return 'in'
    },
    ends: (name: string) => rooms.get(name)!.leave(),
    cancels: (name: string) => aborts.get(name)!.abort('cancelled'),
    room: (name: string) => rooms.get(name)!,
  }
}

it('counts pixels, not pictures', async () => {
  const gate = createPixelGate(100)
  const jobs = jobsAt(gate)
  await Promise.all(['a', 'b', 'c', 'd'].map((name) => jobs.comes(name, 25)))
  expect(jobs.inside).toEqual(['a', 'b', 'c', 'd'])
  const fifth = jobs.comes('e', 1)
  expect([gate.inFlight(), gate.waiting()]).toEqual([100, 1])
  jobs.ends('b')
  expect(await fifth).toBe('in')
  expect(gate.inFlight()).toBe(76)
})

it('lets small ones pass while a large one waits, but not for ever', async () => {
  const gate = createPixelGate(100)
  const jobs = jobsAt(gate)
  await jobs.comes('first', 40)
  const large = jobs.comes('large', 90)
  // 60 are free: these pass one after the other, 100 pixels of them at most, although there is always room for one.
  for (const name of ['a', 'b']) {
    await jobs.comes(name, 50)
    jobs.ends(name)
  }
  const late = jobs.comes('late', 50)
  expect(gate.waiting()).toBe(2)
  jobs.ends('first')
  expect(await large).toBe('in')
  expect(jobs.inside).toEqual(['first', 'a', 'b', 'large'])
  jobs.ends('large')
  expect(await late).toBe('in')
})

it('runs a picture larger than the limit alone', async () => {
  const gate = createPixelGate(100)
  const jobs = jobsAt(gate)
  expect(await jobs.comes('huge', 5000)).toBe('in')
  const small = jobs.comes('small', 1)
  expect(gate.waiting()).toBe(1)
  jobs.ends('huge')
  expect(await small).toBe('in')
  const again = jobs.comes('huge again', 5000)
  expect(gate.waiting()).toBe(1)
  jobs.ends('small')
  expect(await again).toBe('in')
})

it('lets a cancelled job leave the line, and those behind it pass', async () => {
  const gate = createPixelGate(100)
  const jobs = jobsAt(gate)
  await jobs.comes('first', 60)
  const large = jobs.comes('large', 100)
  await jobs.comes('a', 40)
  jobs.ends('a')
  await jobs.comes('b', 40)
  jobs.ends('b')
  const held = jobs.comes('held', 40)
  expect(gate.waiting()).toBe(2)
  jobs.cancels('large')
  expect(await large).toBe('cancelled')
  expect(await held).toBe('in')
  jobs.ends('first')
  jobs.ends('held')
  expect([gate.inFlight(), gate.waiting()]).toEqual([0, 0])
})

it('takes a second picture of a job as it is, and gives back all room once', async () => {
  const gate = createPixelGate(100)
  const jobs = jobsAt(gate)
  await Promise.all([jobs.comes('one', 50), jobs.comes('other', 50)])
  // Both wait for nobody: each would wait for the other.
  await Promise.all([jobs.room('one').enter(30), jobs.room('other').enter(30)])
  expect(gate.inFlight()).toBe(160)
  jobs.ends('one')
  jobs.ends('one')
  expect(gate.inFlight()).toBe(80)
})

it('says how long a job was in line, and lets none in that has been cancelled', async () => {
  const gate = createPixelGate(1)
  const jobs = jobsAt(gate)
  await jobs.comes('first', 1)
  const room = gate.room(new AbortController().signal)
  const waited = room.enter(1)
  jobs.ends('first')
  expect(await waited).toBeGreaterThan(0)
  await expect(gate.room(AbortSignal.abort('cancelled')).enter(1)).rejects.toBe('cancelled')
})
