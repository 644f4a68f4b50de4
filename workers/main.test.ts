import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { writeModelFolder } from '#e2e/support/clipModelFolder'
import { temporaryFolder } from '#e2e/support/temporaryFolder'
import { withTestStore } from '#e2e/support/testStore'
import { workerArguments } from '#e2e/support/workerArguments'
import { projectRoot } from '#store/config'
import { livingWorkers } from '#store/workers'

withTestStore()

/** Starts a worker, waits until it takes jobs, reads its row, stops it. @returns its models, and its log's messages */
async function startedWorker(modelsFolder: string, cache = temporaryFolder()) {
  const worker = spawn(process.execPath, await workerArguments(), {
    cwd: projectRoot(),
    env: { ...process.env, MEMEZAP_CLIP__DIRECTORY: modelsFolder, LOG_LEVEL: 'info', XDG_CACHE_HOME: cache },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(worker, 'exit')
  const messages: string[] = []
  for await (const line of createInterface({ input: worker.stdout })) {
    const { msg } = JSON.parse(line) as { msg: string }
    messages.push(msg)
    if (msg === 'ready') break
  }
  const workers = await livingWorkers(60)
  worker.kill('SIGTERM')
  await ended
  return { models: workers.find(({ pid }) => pid === worker.pid)?.models, messages }
}

test('a worker without CLIP starts, says so once, and its row says how to get it', async () => {
  const cache = temporaryFolder()
  const { models, messages } = await startedWorker(temporaryFolder(), cache)
  expect(models).toMatchObject({
    ocr: { engine: 'paddle' },
    clip: { state: 'missing', how: expect.stringContaining('npm run models') },
  })
  expect(messages.filter((message) => message.startsWith('CLIP is off'))).toHaveLength(1)
  // Nor a device number for ONNX Runtime's reports to its makers, which are switched off.
  expect(readdirSync(cache)).toEqual([])
}, 60_000)

test('a worker with CLIP says what runs', async () => {
  const folder = temporaryFolder()
  writeModelFolder(path.join(folder, 'clip-vit-base-patch16'), { dtypes: ['int8'] })
  const { models } = await startedWorker(folder)
  expect(models).toMatchObject({
    clip: { state: 'ready', model: 'clip-vit-base-patch16', vision: { provider: 'cpu', dtype: 'int8' } },
  })
}, 60_000)
