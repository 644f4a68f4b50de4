import { expect, it } from 'vitest'
import type { Bitmap } from '#core/bitmap'
import { type Normalization, sampleRect } from '#workers/models/paddle/sample'

const normalization: Normalization = { channels: [2, 1, 0], scale: [1 / 255, 2 / 255, 1], shift: [-1, 0, 0.5] }
const [width, height, pitch] = [40, 30, 44]

it.each([3, 4] as const)('cuts an upright rectangle as it cuts one that is hardly turned (%i channels)', (channels) => {
  const data = new Uint8Array(50 * 37 * channels).map((_, i) => (i * 7919) % 251)
  const bitmap: Bitmap = { data, width: 50, height: 37, channels }
  const places = [
    { cx: 25, cy: 18.5, width: 60, height: 47 },
    { cx: 9.3, cy: 30.2, width: 12.5, height: 9.75 },
    { cx: 25, cy: 18.5, width: 50, height: 37 },
  ]
  for (const place of places) {
    const [upright, turned] = [new Float32Array(3 * pitch * height), new Float32Array(3 * pitch * height)]
    sampleRect(bitmap, { ...place, angle: 0 }, width, height, normalization, upright, pitch)
    sampleRect(bitmap, { ...place, angle: 1e-12 }, width, height, normalization, turned, pitch)
    expect(Math.max(...upright.map((value, i) => Math.abs(value - turned[i]!)))).toBeLessThan(1e-5)
    expect(upright.some((value) => value !== 0)).toBe(true)
  }
})
