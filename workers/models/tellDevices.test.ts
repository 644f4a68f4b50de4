import { expect, test } from 'vitest'
import { deviceLine } from './tellDevices'

const clip = (provider: 'cpu' | 'cuda', notUsed: string[] = []) => {
  const tower = { provider, dtype: provider === 'cpu' ? 'int8' : 'fp16', loadMs: 1 } as const
  return { report: { state: 'ready', model: 'm', version: 'v', vision: tower, text: tower, notUsed } as const }
}
const noClip = { report: { state: 'missing', model: 'm', missing: [], how: '' } as const }
const why = 'cuda, webgpu: there is no graphics processor here'

test('one line tells both models and each reason once', () => {
  const line = deviceLine(true, { device: 'cpu', notUsed: [why] }, clip('cpu', [why]))!
  expect(line.words).toMatch(/^models run on the processor: .*docs\/gpu\.md.*enable_gpu: false/)
  expect(line.fields).toEqual({ textReader: 'cpu', clip: 'cpu int8', notUsed: [why] })
})

test('a graphics processor that runs is told, with what did not', () => {
  const line = deviceLine(true, { device: 'cpu', notUsed: ['cuda: its answers differ'] }, clip('cuda'))!
  expect(line.words).toBe('models run on a graphics processor')
  expect(line.fields).toEqual({ textReader: 'cpu', clip: 'cuda fp16', notUsed: ['cuda: its answers differ'] })
})

test('nothing is said where none is wanted, or no model is loaded', () => {
  expect(deviceLine(false, { device: 'cpu', notUsed: [] }, noClip)).toBeUndefined()
  expect(deviceLine(true, { device: null, notUsed: [] }, noClip)).toBeUndefined()
  expect(deviceLine(true, { device: 'cpu', notUsed: [why] }, noClip)?.fields).toMatchObject({ clip: null })
})
