/** A worker that answers questions and takes no jobs: the made-up templates have no pictures that another would try to describe. */
import { config } from '#store/config'
import { closeDatabase } from '#store/database'
import { questionLane } from '#workers/answers/questionLane'
import { startHeartbeat } from '#workers/heartbeat'
import { openLane } from '#workers/kinds/lane'
import { log } from '#workers/log'
import { createClip } from '#workers/models/clip/createClip'
import type { Parts } from '#workers/parts'
import { createPictureCache } from '#workers/pictureCache'
import { createPixelGate } from '#workers/pixelGate'

const settings = config()
const clip = await createClip(settings)
const parts = {
  config: settings,
  clip,
  pictures: createPictureCache(settings.cache),
  pixels: createPixelGate(1e8),
} as Parts
const runner = await openLane(questionLane({ withHelp: (work) => work(parts) }), new Set())
const heartbeat = startHeartbeat(settings.queue, () => ({
  id: `answers-${process.pid}`,
  state: 'READY',
  queueIds: [],
  models: { clip: clip.report },
}))
await heartbeat.beat()
// The stack waits for these words.
log.info('ready')

const stop = async () => {
  await heartbeat.stop()
  await runner.stop()
  await clip.close()
  await closeDatabase()
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(signal, () => void stop())
