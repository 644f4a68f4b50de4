import { expect, it } from 'vitest'
import { openOnce } from './openOnce'

it('opens each once, however often it is needed', async () => {
  const asked: string[] = []
  const lanes = openOnce(async (kind: string) => {
    asked.push(kind)
    return `${kind} lane`
  })
  await Promise.all([lanes.need(['ocr']), lanes.need(['ocr', 'inpaint'])])
  await lanes.need(['inpaint'])
  expect(asked).toEqual(['ocr', 'inpaint'])
  expect(await lanes.all()).toEqual(['ocr lane', 'inpaint lane'])
})

it('tries again what could not be opened, and does not stumble over it at the end', async () => {
  let away = true
  const lanes = openOnce(async (kind: string) => {
    if (away) throw new Error('the database is away')
    return kind
  })
  await expect(lanes.need(['ocr'])).rejects.toThrow('away')
  expect(await lanes.all()).toEqual([])
  const failing = lanes.need(['ocr'])
  expect(await lanes.all()).toEqual([])
  await expect(failing).rejects.toThrow('away')
  away = false
  await lanes.need(['ocr'])
  expect(await lanes.all()).toEqual(['ocr'])
})
