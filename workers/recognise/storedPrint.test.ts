import { describe, expect, it } from 'vitest'
import { decodePrint, encodePrint } from '#workers/recognise/storedPrint'
import { describeTemplate } from '#workers/recognise/templatePrint'
import { drawnScene } from '#workers/recognise/testing/drawnScene'

describe('encodePrint', () => {
  it('comes back as it was, but for a little of the small copy', async () => {
    const { print } = await describeTemplate(drawnScene(8, 400, 300))
    const bytes = await encodePrint(print)
    expect(bytes.length).toBeLessThan(80_000)
    const back = decodePrint(bytes)
    expect([back.width, back.height, back.smallWidth, back.smallHeight]).toEqual([400, 300, 256, 192])
    expect(back.features.words).toEqual(print.features.words)
    for (const [k, x] of back.features.x.entries()) expect(Math.abs(x - print.features.x[k]!)).toBeLessThan(0.01)
    const [small, original] = [await back.small(), await print.small()]
    const difference = small.data.reduce((sum, value, i) => sum + Math.abs(value - original.data[i]!), 0)
    expect(difference / small.data.length).toBeLessThan(6)
  })

  it('refuses bytes of another version', async () => {
    const { print } = await describeTemplate(drawnScene(8, 64, 48))
    const bytes = await encodePrint(print)
    bytes[0] = 99
    expect(() => decodePrint(bytes)).toThrow(/version 99/)
  })
})
