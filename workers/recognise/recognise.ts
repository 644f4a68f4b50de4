import type { Bitmap } from '#core/bitmap'
import type { Candidate } from '#core/fingerprint/candidateIndex'
import type { TextLine } from '#core/text'
import { confirm, type Evidence, glance } from '#workers/recognise/align/confirm'
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

/** So many are looked at, … */
const candidateCount = 24
/** … and so many at most compared in full. */
const confirmCount = 12
/** A first comparison with this support is worth a full one even when a match is known: it may be of the same scene. */
const rivalSupport = 8
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
  const probe = await probeUpload(upload, lines)
  const candidates = await gallery.candidates(probe.queries, candidateCount)
  const prints = await Promise.all(candidates.map(({ id }) => gallery.print(id)))
  const glanced = candidates
    .flatMap((candidate, k) => {
      const print = prints[k]
      return print === undefined ? [] : [{ ...candidate, print, ...glance(print, probe) }]
    })
    .sort((a, b) => b.support + 8 * b.likeness - (a.support + 8 * a.likeness))
  const confirmed: Confirmed[] = []
  for (const { id, print, support, flipped } of glanced.slice(0, confirmCount)) {
    if (support < rivalSupport && confirmed.some(({ evidence }) => logOdds(evidence) >= beyondDoubt)) break
    const sides = flipped ? (['mirrored', 'upright'] as const) : (['upright', 'mirrored'] as const)
    // A weak first comparison does not know which side it saw.
    for (const side of support < rivalSupport ? sides : sides.slice(0, 1)) {
      const evidence = confirm(print, probe, side)
      if (evidence !== null) confirmed.push({ id, print, evidence })
    }
  }
  return confirmed
    .filter(({ evidence }) => confidenceOf(evidence) >= leastConfidence)
    .sort(byLikelihood)
    .filter(({ id }, k, all) => all.findIndex((other) => other.id === id) === k)
    .map((match) => toMatch(match, probe))
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
    { x: print.width / print.small.width, y: print.height / print.small.height },
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
