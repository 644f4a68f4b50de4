import type { Bitmap } from '#core/bitmap'
import type { Candidate } from '#core/fingerprint/candidateIndex'
import type { TextLine } from '#core/text'
import type { Agreement } from '#workers/recognise/align/agreeOnTransform'
import { align, confirm, type Evidence, type Side } from '#workers/recognise/align/confirm'
import { closeness, confidenceOf, logOdds } from '#workers/recognise/confidence'
import type { CornerCandidate } from '#workers/recognise/features/cornerIndex'
import type { Features } from '#workers/recognise/features/features'
import type { TemplatePrint } from '#workers/recognise/templatePrint'
import { isFlipped, rescaled, type Transform } from '#workers/recognise/transform'
import { probeUpload, type UploadProbe } from '#workers/recognise/uploadProbe'

/** Where templates are looked up. `id` names a template's picture: a template may have several. */
export interface TemplateGallery {
  /** The pictures whose fingerprints are most like any of the queries. */
  candidates(queries: readonly Float32Array[], count: number): Promise<readonly Candidate[]>
  /** The pictures that share most corners with these, of those that `candidates` looked at last. None where corners are not looked up. */
  sharing(corners: Features, count: number): Promise<readonly CornerCandidate[]>
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

/** So many pictures are aligned because they look alike from afar, at most; … */
const alikeCount = 14
/** … so many because they share corners; … */
const sharingCount = 10
/** … the first of the former also with the other side, when nothing came of the likely one; … */
const otherSideCount = 8
/** … and so many compared block by block. */
const confirmCount = 4
/** Corners that agree by chance are 7 at most: from here on an alignment is worth something. */
const leastSupport = 5
const goodSupport = 9
/** With so many, pictures need not be aligned that look less like the upload from afar (by this much), … */
const ampleSupport = 20
const clearlyLess = 0.15
/** … nor those that share fewer corners (by this factor). */
const clearlyFewer = 0.3
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
  const proposals = await propose(probe, gallery)
  const prints = await Promise.all(proposals.map(({ id }) => gallery.print(id)))
  const confirmed: Confirmed[] = []
  for (const { id, print, agreement } of alignAll(proposals, prints, probe).slice(0, confirmCount)) {
    confirmed.push({ id, print, evidence: await confirm(print, probe, agreement) })
  }
  return confirmed
    .filter(({ evidence }) => confidenceOf(evidence) >= leastConfidence)
    .sort(byLikelihood)
    .filter(({ id }, k, all) => all.findIndex((other) => other.id === id) === k)
    .map((match) => toMatch(match, probe))
}

/** A picture to be aligned. */
interface Proposal {
  readonly id: string
  readonly side: Side
  /** From corners that are shared; 0 where others share more. */
  readonly votes: number
  /** From afar; undefined where others are more alike. */
  readonly likeness: number | undefined
}

/** Those that share most corners, then those that are most alike from afar: what one way misses the other finds. */
async function propose(probe: UploadProbe, gallery: TemplateGallery): Promise<readonly Proposal[]> {
  const alike = await gallery.candidates(probe.queries, alikeCount)
  const [upright, mirrored] = [
    await gallery.sharing(probe.upright, sharingCount),
    await gallery.sharing(probe.mirrored, sharingCount),
  ]
  const likenesses = new Map(alike.map(({ id, likeness }) => [id, likeness]))
  const sideOf = ({ query }: Candidate): Side => (query >= probe.mirroredFrom ? 'mirrored' : 'upright')
  const all: readonly Proposal[] = [
    ...[
      ...upright.map(({ id, votes }) => ({ id, votes, side: 'upright' as const, likeness: likenesses.get(id) })),
      ...mirrored.map(({ id, votes }) => ({ id, votes, side: 'mirrored' as const, likeness: likenesses.get(id) })),
    ]
      .sort((a, b) => b.votes - a.votes)
      .slice(0, sharingCount),
    ...alike.map((candidate) => ({ ...candidate, side: sideOf(candidate), votes: 0 })),
  ]
  return all.filter(({ id, side }, k) => all.findIndex((one) => one.id === id && one.side === side) === k)
}

interface Aligned {
  readonly id: string
  readonly print: TemplatePrint
  readonly agreement: Agreement
}

/** Those whose corners agree, best first. */
function alignAll(
  proposals: readonly Proposal[],
  prints: readonly (TemplatePrint | undefined)[],
  probe: UploadProbe,
): readonly Aligned[] {
  const aligned: Aligned[] = []
  let enoughVotes = 0
  let enoughLikeness = Number.NEGATIVE_INFINITY
  for (const [k, { id, side, votes, likeness }] of proposals.entries()) {
    const print = prints[k]
    if (print === undefined) continue
    const isLess = likeness === undefined || likeness < enoughLikeness - clearlyLess
    if (isLess && votes < clearlyFewer * enoughVotes) continue
    const agreement = align(print, probe, side)
    if (agreement === null || agreement.support < leastSupport) continue
    aligned.push({ id, print, agreement })
    if (agreement.support < ampleSupport) continue
    enoughVotes = Math.max(enoughVotes, votes)
    enoughLikeness = Math.max(enoughLikeness, likeness ?? enoughLikeness)
  }
  // From afar many scenes look like their mirror image.
  if (!aligned.some(({ agreement }) => agreement.support >= goodSupport)) {
    aligned.push(...otherSides(proposals, prints, probe))
  }
  return aligned.sort((a, b) => b.agreement.support - a.agreement.support)
}

function otherSides(
  proposals: readonly Proposal[],
  prints: readonly (TemplatePrint | undefined)[],
  probe: UploadProbe,
): readonly Aligned[] {
  const isOnce = ({ id }: Proposal) => proposals.filter((other) => other.id === id).length === 1
  const alike = proposals.flatMap((proposal, k) => {
    const print = prints[k]
    return proposal.likeness !== undefined && isOnce(proposal) && print !== undefined ? [{ ...proposal, print }] : []
  })
  return alike
    .sort((a, b) => b.likeness! - a.likeness!)
    .slice(0, otherSideCount)
    .flatMap(({ id, print, side }) => {
      const agreement = align(print, probe, side === 'upright' ? 'mirrored' : 'upright')
      return agreement === null || agreement.support < leastSupport ? [] : [{ id, print, agreement }]
    })
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
