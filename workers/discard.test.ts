import { expect, it } from 'vitest'
import { discard } from './discard'

it('gives memory back without waiting for the collector', async () => {
  const held = () => process.memoryUsage().arrayBuffers
  const pictures = Array.from({ length: 8 }, () => new Uint8Array(8_000_000))
  const before = held()
  for (const picture of pictures) discard(picture)
  await expect.poll(() => before - held()).toBeGreaterThan(60_000_000)
  expect(pictures.map(({ length }) => length)).toEqual(pictures.map(() => 0))
})
