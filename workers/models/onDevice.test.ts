import { expect, test } from 'vitest'
import { onDevice } from './onDevice'

/** Where something ran. */
const device = (name: string, fails: boolean) => ({
  name,
  run: async () => {
    if (fails) throw new Error(`${name} is gone`)
    return `done by ${name}`
  },
})

test('a device that fails while it works is left for the processor, once, and what failed is done again', async () => {
  const told: string[] = []
  const models = onDevice(
    device('webgpu', true),
    ({ name }) => name === 'cpu',
    async (error) => {
      told.push((error as Error).message)
      return device('cpu', false)
    },
  )
  const both = await Promise.all([models.use((one) => one.run()), models.use((one) => one.run())])
  expect(both).toEqual(['done by cpu', 'done by cpu'])
  expect(await models.use((one) => one.run())).toBe('done by cpu')
  expect(models.current().name).toBe('cpu')
  expect(told).toEqual(['webgpu is gone'])
})

test('a failure of the processor is the work’s own', async () => {
  const models = onDevice(
    device('cpu', true),
    ({ name }) => name === 'cpu',
    async () => device('never asked', false),
  )
  await expect(models.use((one) => one.run())).rejects.toThrow('cpu is gone')
})

test('when the processor cannot be had either, the work fails with its reason', async () => {
  const models = onDevice(
    device('cuda', true),
    ({ name }) => name === 'cpu',
    async () => {
      throw new Error('no file')
    },
  )
  await expect(models.use((one) => one.run())).rejects.toThrow('no file')
})
