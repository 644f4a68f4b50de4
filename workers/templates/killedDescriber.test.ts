import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '#e2e/support/temporaryFolder'
import { withTestStore } from '#e2e/support/testStore'
import { workerArguments } from '#e2e/support/workerArguments'
import { config, projectRoot } from '#store/config'
import { saveTemplate } from '#store/templates/saveTemplate'
import { vectorProgress } from '#store/templates/vectors/vectorProgress'
import { drawnScene, opened } from '#workers/recognise/testing/drawnScene'
import { storeTemplatePicture } from './storeTemplatePicture'

withTestStore()

async function startWorker() {
  const worker = spawn(process.execPath, await workerArguments(), {
    cwd: projectRoot(),
    env: {
      ...process.env,
      MEMEZAP_CLIP__DIRECTORY: temporaryFolder(),
      MEMEZAP_QUEUE__HEARTBEAT_SECONDS: '0.5',
      MEMEZAP_QUEUE__DEAD_AFTER_SECONDS: '1',
      LOG_LEVEL: 'error',
    },
    stdio: 'inherit',
  })
  const ended = once(worker, 'exit')
  onTestFinished(async () => {
    worker.kill('SIGKILL')
    await ended
  })
  return { kill: () => worker.kill('SIGKILL'), ended }
}

test('what a killed worker had not described, the next one describes', { timeout: 120_000 }, async () => {
  const count = 20
  for (let seed = 0; seed < count; seed++) {
    const bytes = await opened(drawnScene(seed, 240, 180))
      .png()
      .toBuffer()
    await saveTemplate({
      words: {
        ...{ slug: `scene-${seed}`, name: 'Scene', aliases: [], keywords: [], description: '', boxes: [] },
        ...{ source: 'own', licence: 'MIT' },
      },
      state: 'published',
      pictures: [await storeTemplatePicture('default', bytes, config())],
      actor: 'test',
      action: 'create',
    })
  }
  const described = async () => (await vectorProgress()).recognition.done
  const first = await startWorker()
  await expect.poll(described, { timeout: 50_000, interval: 20 }).toBeGreaterThan(0)
  first.kill()
  await first.ended
  expect(await described()).toBeLessThan(count)
  await startWorker()
  await expect.poll(described, { timeout: 50_000 }).toBe(count)
  expect((await vectorProgress()).failures).toEqual([])
})
