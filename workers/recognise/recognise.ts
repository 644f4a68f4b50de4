import type { Bitmap } from '#core/bitmap'
import type { Candidate } from '#core/fingerprint/candidateIndex'
import type { TextLine } from '#core/text'
import type { Agreement } from '#workers/recognise/align/agreeOnTransform'
import { align, confirm, type Evidence, type Side } from '#workers/recognise/align/confirm'
import { closeness, confidenceOf, logOdds } from '#workers/recognise/confidence'
import type { TemplatePrint } from '#workers/recognise/templatePrint'
import { isFlipped, rescaled, type Transform } from '#workers/recognise/transform'
import { probeUpload, type UploadProbe } from '#workers/recognise/uploadProbe'

/** Where templates are looked up. `id` names a template's picture: a template may have several. */
export interface TemplateGallery {
  /** The pictures whose fingerprints are most like any of the queries. */
  candidates(queries: readonly Float32Array[], count: number): Promise<readonly Candidate[]>
  /** Undefined when the picture has gone meanwhile. */
  print(id: string): Promise<TemplatePrint | undefined>
}

/** A template that a picture was made from. */
export interface TemplateMatch {
  readonly id: string
  /**
   * How likely it is that the upload shows this very picture, 0..1, from corners, blocks and colours that agree. Compare it with
   * `vector_db.similarity_threshold`.
   */
  readonly confidence: number
  readonly how: 'fingerprint+alignment'
  /** From the template's picture to the upload, both in full size: right to about a pixel; `restore` refines it. */
  readonly transform: Transform
  readonly flipped: boolean
}

/** So many pictures are aligned, at most; … */
const candidateCount = 24
/** … the first of them also with the other side, when nothing came of the likely one; … */
const otherSideCount = 12
/** … and so many compared block by block. */
const confirmCount = 4
/** Corners that agree by chance are 7 at most: from here on an alignment is worth something. */
const leastSupport = 5
const goodSupport = 9
/** With so many, pictures that look less like the upload from afar (by this much) need not be aligned. */
const ampleSupport = 20
const clearlyLess = 0.15
/** Log odds from which a match is beyond doubt. */
const beyondDoubt = 4
/** Matches less likely than this are not worth mentioning. */
const leastConfidence = 0.05

/**
 * Finds the template that an upload shows: candidates by fingerprint, confirmed by aligning them. Most likely first; empty when none is
 * worth mentioning. Which confidence is enough is for the caller to say.
 * @param upload RGB or RGBA, any size
 * @param lines words that were read on it; may be empty
 */
export async function recognise(
  upload: Bitmap,
  lines: readonly TextLine[],
  gallery: TemplateGallery,
): Promise<readonly TemplateMatch[]> {
  return recogniseProbe(await probeUpload(upload, lines), gallery)
}

/** `recognise` with a probe that is made already: one that is needed for more than this. */
export async function recogniseProbe(probe: UploadProbe, gallery: TemplateGallery): Promise<readonly TemplateMatch[]> {
  const candidates = await gallery.candidates(probe.queries, candidateCount)
  const prints = await Promise.all(candidates.map(({ id }) => gallery.print(id)))
  const confirmed: Confirmed[] = []
  for (const { id, print, agreement } of alignAll(candidates, prints, probe).slice(0, confirmCount)) {
    confirmed.push({ id, print, evidence: await confirm(print, probe, agreement) })
  }
  return confirmed
    .filter(({ evidence }) => confidenceOf(evidence) >= leastConfidence)
    .sort(byLikelihood)
    .filter(({ id }, k, all) => all.findIndex((other) => other.id === id) === k)
    .map((match) => toMatch(match, probe))
}

interface Aligned {
  readonly id: string
  readonly print: TemplatePrint
  readonly agreement: Agreement
}

/** Those whose corners agree, best first. */
function alignAll(
  candidates: readonly Candidate[],
  prints: readonly (TemplatePrint | undefined)[],
  probe: UploadProbe,
): readonly Aligned[] {
  const aligned: Aligned[] = []
  const tryFirst = (count: number, sideOf: (candidate: Candidate) => Side): void => {
    let enough = -1
    for (const [k, candidate] of candidates.slice(0, count).entries()) {
      const print = prints[k]
      if (print === undefined) continue
      if (candidate.likeness < enough - clearlyLess) break
      const agreement = align(print, probe, sideOf(candidate))
      if (agreement === null || agreement.support < leastSupport) continue
      aligned.push({ id: candidate.id, print, agreement })
      if (agreement.support >= ampleSupport) enough = Math.max(enough, candidate.likeness)
    }
  }
  const isMirrored = ({ query }: Candidate): boolean => query >= probe.mirroredFrom
  tryFirst(candidateCount, (candidate) => (isMirrored(candidate) ? 'mirrored' : 'upright'))
  // From afar many scenes look like their mirror image.
  if (!aligned.some(({ agreement }) => agreement.support >= goodSupport)) {
    tryFirst(otherSideCount, (candidate) => (isMirrored(candidate) ? 'upright' : 'mirrored'))
  }
  return aligned.sort((a, b) => b.agreement.support - a.agreement.support)
}

interface Confirmed {
  readonly id: string
  readonly print: TemplatePrint
  readonly evidence: Evidence
}

/** Those beyond doubt by how well they fit, before all others by their odds. */
function byLikelihood({ evidence: a }: Confirmed, { evidence: b }: Confirmed): number {
  const [oddsA, oddsB] = [Math.min(beyondDoubt, logOdds(a)), Math.min(beyondDoubt, logOdds(b))]
  return oddsB - oddsA || closeness(b) - closeness(a)
}

function toMatch({ id, print, evidence }: Confirmed, probe: UploadProbe): TemplateMatch {
  const transform = rescaled(
    evidence.transform,
    { x: print.width / print.smallWidth, y: print.height / print.smallHeight },
    { x: probe.width / probe.small.width, y: probe.height / probe.small.height },
  )
  return {
    id,
    confidence: confidenceOf(evidence),
    how: 'fingerprint+alignment',
    transform,
    flipped: isFlipped(transform),
  }
}
