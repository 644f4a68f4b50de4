import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { captionedPicture, grounds } from '#workers/inpaint/captionedPicture.testing'
import { type RemovalPool, startRemovalPool } from '#workers/inpaint/pool'
import type { RemovalOptions } from '#workers/inpaint/types'
import { removeText } from '#workers/stages/removeText'

const options: RemovalOptions = { engine: 'pyramid', fast: true, maxDimension: 1024 }

describe('the removal pool', () => {
  let pool: RemovalPool
  beforeAll(async () => {
    pool = await startRemovalPool(1, { engine: 'pyramid', fast: true })
  })
  afterAll(() => pool.close())

  it('answers what removeText answers, and leaves the caller its pixels', async () => {
    const { bitmap, lines } = await captionedPicture(grounds.photo, { fill: '#fff', outline: '#000' })
    const before = Uint8Array.from(bitmap.data)
    const removed = await pool.removeText(bitmap, lines, options)
    expect(removed).toEqual(await removeText(bitmap, lines, options))
    expect(bitmap.data).toEqual(before)
  })

  it('takes pixels that are a part of a larger buffer', async () => {
    const { bitmap, lines } = await captionedPicture(grounds.photo, { fill: '#fff', outline: '#000' })
    const large = Buffer.alloc(bitmap.data.length + 100)
    large.set(bitmap.data, 50)
    const part = { ...bitmap, data: large.subarray(50, 50 + bitmap.data.length) }
    const removed = await pool.removeText(part, lines, options)
    expect(removed.bitmap.data).toEqual((await pool.removeText(bitmap, lines, options)).bitmap.data)
  })

  it('gives the same picture back when there are no lines', async () => {
    const { bitmap } = await captionedPicture(grounds.white, { fill: '#000' })
    expect((await pool.removeText(bitmap, [], options)).bitmap).toBe(bitmap)
  })

  it('stops at once when it is cancelled, and goes on with the next picture', async () => {
    // Minutes of work for the careful OpenCV: it only ends in time when its thread is stopped.
    const size = 4000
    const huge = { data: new Uint8Array(size * size * 3).map((_, i) => (i * 7919) % 251), width: size, height: size }
    const all = { text: '', confidence: 1, box: { x: 0.02, y: 0.02, width: 0.96, height: 0.96, angle: 0 } }
    const controller = new AbortController()
    const running = pool.removeText(
      { ...huge, channels: 3 },
      [all],
      { engine: 'opencv', fast: false, maxDimension: size },
      controller.signal,
    )
    const next = captionedPicture(grounds.photo, { fill: '#fff', outline: '#000' })
    controller.abort()
    await expect(running).rejects.toMatchObject({ code: 'CANCELLED' })
    const { bitmap, lines } = await next
    expect((await pool.removeText(bitmap, lines, options)).methods).toEqual(['fill'])
  })

  it('does not begin when it is cancelled before', async () => {
    const { bitmap, lines } = await captionedPicture(grounds.white, { fill: '#000' })
    await expect(pool.removeText(bitmap, lines, options, AbortSignal.abort())).rejects.toMatchObject({
      code: 'CANCELLED',
    })
  })
})
