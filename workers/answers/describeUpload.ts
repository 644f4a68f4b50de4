import { descriptionId, type UploadDescription, uploadDescriptions } from '#store/uploadDescriptions'
import { answerWorkerQuestion } from '#store/workerAnswers'
import type { Parts } from '../parts'
import { probeUpload } from '../recognise/uploadProbe'
import { openPicture } from '../stages/openPicture'

/** Answers what an upload looks like: its fingerprints, and its CLIP vector where there is CLIP. Looked at once, whoever asks. */
export async function describeUpload(
  { sha256, key }: { readonly sha256: string; readonly key: string },
  parts: Pick<Parts, 'clip' | 'config' | 'pictures' | 'pixels'>,
): Promise<void> {
  const { report } = parts.clip
  const id = descriptionId(sha256, report.state === 'ready' ? report : undefined)
  const { value } = await uploadDescriptions(parts.config).getOrMake(id, (signal) => described(sha256, parts, signal))
  await answerWorkerQuestion(key, value)
}

async function described(
  sha256: string,
  parts: Pick<Parts, 'clip' | 'config' | 'pictures' | 'pixels'>,
  signal: AbortSignal,
): Promise<UploadDescription> {
  const room = parts.pixels.room(signal)
  try {
    const { bitmap } = await openPicture(sha256, { parts, room, signal }, {})
    const [{ queries }, vector] = await Promise.all([probeUpload(bitmap, []), parts.clip.embedImage(bitmap)])
    const { report } = parts.clip
    return {
      fingerprints: queries,
      clip: vector && report.state === 'ready' ? { model: report.model, version: report.version, vector } : undefined,
    }
  } finally {
    room.leave()
  }
}
