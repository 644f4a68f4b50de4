import { notifyAnswer } from '#store/askWorker'
import { saveUploadDescription } from '#store/uploadDescriptions'
import type { Parts } from '../parts'
import { probeUpload } from '../recognise/uploadProbe'
import { openPicture } from '../stages/openPicture'

/** Writes what an upload looks like: its fingerprints, and its CLIP vector where there is CLIP. */
export async function describeUpload(
  { sha256 }: { readonly sha256: string },
  parts: Pick<Parts, 'clip' | 'config' | 'pictures' | 'pixels'>,
): Promise<void> {
  const { signal } = new AbortController()
  const room = parts.pixels.room(signal)
  const [{ queries }, vector] = await (async () => {
    const { bitmap } = await openPicture(sha256, { parts, room, signal }, {})
    return Promise.all([probeUpload(bitmap, []), parts.clip.embedImage(bitmap)])
  })().finally(room.leave)
  const { report } = parts.clip
  await saveUploadDescription(sha256, {
    fingerprints: queries,
    clip: vector && report.state === 'ready' ? { model: report.model, version: report.version, vector } : undefined,
  })
  await notifyAnswer(sha256)
}
