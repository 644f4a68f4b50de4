import type { Bitmap } from '#core/bitmap'
import { CandidateIndex } from '#core/fingerprint/candidateIndex'
import { CornerIndex, type KeyedPicture } from '#workers/recognise/features/cornerIndex'
import type { TemplateGallery } from '#workers/recognise/recognise'
import { describeTemplate, type TemplatePrint } from '#workers/recognise/templatePrint'

/** A gallery of the given pictures, in memory. */
export async function drawnGallery(pictures: ReadonlyMap<string, Bitmap>): Promise<TemplateGallery> {
  const prints = new Map<string, TemplatePrint>()
  const rows: { readonly id: string; readonly vector: Float32Array }[] = []
  const keyed: KeyedPicture[] = []
  for (const [id, picture] of pictures) {
    const { print, vectors, keys } = await describeTemplate(picture)
    prints.set(id, print)
    keyed.push({ id, keys })
    rows.push(...vectors.map((vector) => ({ id, vector })))
  }
  const index = new CandidateIndex(rows)
  const corners = new CornerIndex(keyed)
  return {
    candidates: async (queries, count) => index.search(queries, count),
    sharing: async (features, count) => corners.search(features, count),
    print: async (id) => prints.get(id),
  }
}
