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

it('workers.inpaint: so many threads take words away', async () => {
  const pool = (count: number) => () => startRemovalPool(count, { engine: 'pyramid', fast: true })
  const one = await threadsWith(pool(1))
  expect((await threadsWith(pool(3))) - one).toBe(2)
})

it("workers.ocr_threads: so many threads run the reader's models", async () => {
  const reader = (ocr_threads: number) => () =>
    createTextReader({ ...config(), workers: { ...config().workers, ocr_threads } })
  const one = await threadsWith(reader(1))
  // Two models (finding lines, reading them), each with threads of its own besides the one that calls it.
  expect((await threadsWith(reader(3))) - one).toBeGreaterThanOrEqual(4)
})
