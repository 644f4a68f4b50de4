import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { config } from '#store/config'
import { startRemovalPool } from './inpaint/pool'
import { createTextReader } from './stages/readText'

/** Threads of this process, as Linux counts them. */
const threads = () => readdirSync('/proc/self/task').length

/** How many threads are there while `open`'s thing is. */
async function threadsWith(open: () => Promise<{ close(): Promise<void> }>): Promise<number> {
  const thing = await open()
  const count = threads()
  await thing.close()
  return count
}

it.each([1, 3])('workers.inpaint: %i threads take words away', async (count) => {
  let started = 0
  const countThread = () => void started++
  process.on('worker', countThread)
  const pool = await startRemovalPool(count, { engine: 'pyramid', fast: true })
  process.off('worker', countThread)
  await pool.close()
  expect(started).toBe(count)
})

it("workers.ocr_threads: so many threads run the reader's models", async () => {
  const reader = (ocr_threads: number) => () =>
    createTextReader({ ...config(), workers: { ...config().workers, ocr_threads } })
  const one = await threadsWith(reader(1))
  // Two models (finding lines, reading them), each with threads of its own besides the one that calls it.
  expect((await threadsWith(reader(3))) - one).toBeGreaterThanOrEqual(4)
})
