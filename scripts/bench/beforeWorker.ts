import { config } from '#store/config'
import { loadParts } from '#workers/parts'
import { startWorker } from '#workers/startWorker'

/** The old prototype's worst habit: every request loads the models, threads and fonts, and throws them away. */
await startWorker({
  warm: async () => ({}),
  async withParts(work) {
    const parts = await loadParts(config())
    try {
      await work(parts)
    } finally {
      await parts.close()
    }
  },
  close: async () => undefined,
})
