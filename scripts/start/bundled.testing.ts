/** What bundleWorker.test.ts builds and runs: prints what it knows of itself as JSON. */
import { startEngine } from '#workers/models/engine'
import { paddleVersion } from '#workers/models/paddle/createPaddleReader'
import { profiled } from '#workers/profile'

/** Long enough for the profiler to see it. */
function busy(): number {
  let sum = 0
  for (const until = performance.now() + 50; performance.now() < until; ) sum += Math.sqrt(sum + 1)
  return sum
}

const engine = startEngine()
const failure = await engine.run('embedTexts', { handle: -1, texts: ['x'] }).catch((error: Error) => error)
await profiled('bundled', async () => busy())
await engine.close()
console.log(
  JSON.stringify({
    address: import.meta.url,
    stack: new Error('here').stack,
    threadStack: (failure as Error).stack,
    readerVersion: await paddleVersion(),
  }),
)
