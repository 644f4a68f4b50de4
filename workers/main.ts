import { config } from '#store/config'
import { KindsError, servedKinds } from './kinds/servedKinds'
import { type HelpingParts, loadHelpingParts, loadParts, type Parts } from './parts'
import { recognitionVersion } from './recognise/recognitionVersion'
import { startWorker } from './startWorker'

/** The worker process: everything is loaded once, and every job uses it. */
const kinds = kindsOrExit()
let helping: HelpingParts
let parts: Parts
await startWorker({
  kinds,
  async warm() {
    if (kinds.has('render')) helping = parts = await loadParts(config(), kinds)
    else helping = await loadHelpingParts(config(), kinds)
    // Asked at each sign of life: a device that fails is left.
    return {
      get ocr() {
        const { engine, version, device, notUsed, loadMs } = helping.reader
        return kinds.has('ocr') ? { engine, version, device, notUsed, loadMs } : undefined
      },
      get clip() {
        return kinds.has('embed') ? helping.clip.report : undefined
      },
      recognition: kinds.has('embed') ? recognitionVersion : undefined,
    }
  },
  withHelp: (work) => work(helping),
  withParts: (work) => work(parts),
  close: () => helping.close(),
})

function kindsOrExit() {
  try {
    return servedKinds(process.argv.slice(2), process.env)
  } catch (error) {
    if (!(error instanceof KindsError)) throw error
    console.error(error.message)
    process.exit(2)
  }
}
