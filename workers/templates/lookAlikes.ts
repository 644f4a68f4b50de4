import type { Bitmap } from '#core/bitmap'
import { CandidateIndex } from '#core/fingerprint/candidateIndex'
import type { ClipKind } from '#store/templates/vectors/describing'
import { fingerprintsOf } from '#store/templates/vectors/galleryRows'
import type { Likeness } from '#store/templates/vectors/likenesses'
import { nearestByClip, nearestByFingerprint } from '#store/templates/vectors/nearest'
import { createPrintStore } from '#workers/recognise/printStore'
import { recognise, type TemplateGallery } from '#workers/recognise/recognise'

/** From here on two templates' pictures are more likely the same than not. */
const leastConfidence = 0.5

/**
 * Cosine from which two pictures show the same thing in the same way. Encoders of CLIP's kind put unrelated photographs at 0.5 to 0.7, and a picture with
 * its recompressed copy above 0.97; not measured here, for want of weights.
 */
const leastCosine = 0.95

/** More are no help to a curator. */
const most = 10

/** Of prints at once: those that one picture is aligned with. */
const printBytes = 4 * 2 ** 20

/** Drafts too, so that duplicates show before they are published. Not in memory: only curators' changes ask. */
function galleryExcept(templateId: string): TemplateGallery {
  const prints = createPrintStore(printBytes)
  return {
    async candidates(queries, count) {
      const scope = { state: 'not retired', exceptTemplateId: templateId } as const
      const near = await nearestByFingerprint(queries, 2 * count, scope)
      return new CandidateIndex(await fingerprintsOf(near.map(({ pictureId }) => pictureId))).search(queries, count)
    },
    // A copy of a whole picture looks like it from afar.
    sharing: async () => [],
    print: (pictureId) => prints.get(pictureId, ''),
  }
}

/** Other templates' pictures that this one would be taken for, aligned as an upload is. */
export async function lookAlikes(picture: Bitmap, templateId: string): Promise<Likeness[]> {
  const matches = await recognise(picture, [], galleryExcept(templateId))
  return matches
    .filter(({ confidence }) => confidence >= leastConfidence)
    .slice(0, most)
    .map(({ id, confidence }) => ({ pictureId: id, confidence }))
}

/** Other templates' pictures that show the same, by CLIP. */
export async function meanAlikes(vector: Float32Array, kind: ClipKind, templateId: string): Promise<Likeness[]> {
  const near = await nearestByClip(vector, kind, most, { state: 'not retired', exceptTemplateId: templateId })
  return near
    .filter(({ likeness }) => likeness >= leastCosine)
    .map(({ pictureId, likeness }) => ({ pictureId, confidence: likeness }))
}
