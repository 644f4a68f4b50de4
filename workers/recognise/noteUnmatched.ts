import type { Bitmap } from '#core/bitmap'
import { fingerprintKind } from '#core/fingerprint/fingerprint'
import { keepUnmatchedPicture, noteUnmatchedUpload } from '#store/unmatchedUploads'
import { agreeOnTransform } from '#workers/recognise/align/agreeOnTransform'
import { type Features, featureKind, featuresWhere } from '#workers/recognise/features/features'
import { matchFeatures } from '#workers/recognise/features/matchFeatures'
import { decodeFeatures, encodeFeatures } from '#workers/recognise/features/storedFeatures'
import type { UploadProbe } from '#workers/recognise/uploadProbe'
import { storePicture } from '#workers/stages/storePicture'

/** A new algorithm starts anew: what it finds is not compared with what an older one found. */
const kind = `${fingerprintKind.name} ${fingerprintKind.version}, ${featureKind.name} ${featureKind.version}`

/** With fewer corners than this there is nothing to know a picture by: plain grounds and bars with words on them. */
const leastCorners = 40
/** Corners that agree by chance are 7 at most; a few more where two pictures share a watermark or a sticker. */
const leastSupport = 12
const mostPairs = 400

/** An upload that no template was found for. */
export interface UnmatchedPicture {
  readonly sha256: string
  /** Opens it again, for the few that a copy is kept of: its pixels may have become the meme's meanwhile. */
  readonly open: () => Promise<Bitmap>
  /** As it was compared with templates. */
  readonly probe: UploadProbe
}

/**
 * Counts an upload that shows no known template among those that look the same, for the curators (store/recurringUploads.ts). Takes some
 * milliseconds; nobody waits for it. From the third of a kind on a copy of the picture is kept.
 * @param quality of the copy's JPEG, 1..100
 */
export async function noteUnmatched({ sha256, open, probe }: UnmatchedPicture, quality: number): Promise<void> {
  const corners = ownCorners(probe)
  if (corners.count < leastCorners) return
  const words = probe.hidden.reduce((sum, value) => sum + value, 0) / probe.hidden.length
  const upload = {
    sha256,
    kind,
    queries: probe.queries.slice(0, probe.mirroredFrom),
    corners: encodeFeatures(corners),
    words,
  }
  const noted = await noteUnmatchedUpload(upload, (bytes) => isSame(decodeFeatures(bytes), corners))
  if (noted?.wanted) {
    await keepUnmatchedPicture(noted.groupId, { sha256, words, ...(await storePicture(await open(), quality)) })
  }
}

/** Without those of words. */
const ownCorners = ({ upright, hidden, small }: UploadProbe): Features =>
  featuresWhere(upright, (x, y) => hidden[Math.floor(y) * small.width + Math.floor(x)] === 0)

const isSame = (one: Features, other: Features): boolean =>
  (agreeOnTransform(matchFeatures(other, one), one, other, mostPairs)?.support ?? 0) >= leastSupport
