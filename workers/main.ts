import { config } from '#store/config'
import { loadParts, type Parts } from './parts'
import { recognitionVersion } from './recognise/recognitionVersion'
import { startWorker } from './startWorker'

/** The worker process: everything is loaded once, and every job uses it. */
let parts: Parts
await startWorker({
  async warm() {
    parts = await loadParts(config())
    const { engine, version, device, loadMs } = parts.reader
    return { ocr: { engine, version, device, loadMs }, clip: parts.clip.report, recognition: recognitionVersion }
  },
  withParts: (work) => work(parts),
  close: () => parts.close(),
})
