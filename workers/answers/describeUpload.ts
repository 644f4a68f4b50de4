import { notifyAnswer } from '#store/askWorker'
import { saveUploadDescription } from '#store/uploadDescriptions'
import type { Parts } from '../parts'
import { probeUpload } from '../recognise/uploadProbe'
import { openPicture } from '../stages/openPicture'

/** Writes what an upload looks like: its fingerprints, and its CLIP vector where there is CLIP. */
export async function describeUpload(
  { sha256 }: { readonly sha256: string },
  { clip, config, pictures }: Pick<Parts, 'clip' | 'config' | 'pictures'>,
): Promise<void> {
  const { bitmap } = await openPicture(sha256, pictures, config, {})
  const [{ queries }, vector] = await Promise.all([probeUpload(bitmap, []), clip.embedImage(bitmap)])
  const { report } = clip
  await saveUploadDescription(sha256, {
    fingerprints: queries,
    clip: vector && report.state === 'ready' ? { model: report.model, version: report.version, vector } : undefined,
  })
  await notifyAnswer(sha256)
}
