/**
 * Templates that look alike, found by the worker while it describes pictures (workers/templates/describeTemplates.ts), for curators:
 * `likelyDuplicates(templateId)` before one is published, `likelyDuplicatePairs(limit)` for a list.
 */
import { database } from '../../database'
import type { Prisma } from '../../generated/prisma/client'

/** How two pictures were found alike: aligned like an upload, or by what they show. */
export type LikenessHow = 'fingerprint+alignment' | 'clip'

/** Another picture that looks like the one that is described. */
export interface Likeness {
  readonly pictureId: string
  /** Alignment: how likely it is the same picture, 0..1. CLIP: the cosine. */
  readonly confidence: number
}

/** Replaces what was found for a picture in one way. */
export async function saveLikenesses(
  tx: Prisma.TransactionClient,
  pictureId: string,
  how: LikenessHow,
  likenesses: readonly Likeness[],
): Promise<void> {
  await tx.$executeRaw`delete from template_likeness
    where how = ${how} and (picture_a = ${pictureId}::uuid or picture_b = ${pictureId}::uuid)`
  if (likenesses.length === 0) return
  const others = likenesses.map((likeness) => likeness.pictureId)
  const confidences = likenesses.map(({ confidence }) => confidence)
  await tx.$executeRaw`insert into template_likeness (picture_a, picture_b, how, confidence)
    select least(other.id, ${pictureId}::uuid), greatest(other.id, ${pictureId}::uuid), ${how}, confidence
    from unnest(${others}::uuid[], ${confidences}::real[]) found(id, confidence)
    join template_picture other on other.id = found.id`
}

/** Two templates that look alike; which is `a` says nothing. */
export interface DuplicatePair {
  readonly templateA: string
  readonly templateB: string
  readonly how: LikenessHow
  /** As in `Likeness`: the highest of their pictures'. Compare it only with others found in the same way. */
  readonly confidence: number
  readonly foundAt: Date
}

/** Another template that looks like one. */
export interface LikelyDuplicate extends Pick<DuplicatePair, 'how' | 'confidence' | 'foundAt'> {
  readonly templateId: string
}

/** Templates that look like this one, found by alignment first, most likely first. Retired ones and those that a curator called different are left out. */
export async function likelyDuplicates(templateId: string): Promise<LikelyDuplicate[]> {
  const pairs = await pairsOf(templateId, null)
  return pairs.map(({ templateA, templateB, ...found }) => ({
    templateId: templateA === templateId ? templateB : templateA,
    ...found,
  }))
}

/** All such pairs, in the same order. */
export const likelyDuplicatePairs = (limit: number): Promise<DuplicatePair[]> => pairsOf(null, limit)

/** A pair that was found in both ways is given once, as found by alignment. */
const pairsOf = (templateId: string | null, limit: number | null): Promise<DuplicatePair[]> =>
  database().$queryRaw<DuplicatePair[]>`
    with pair as (
      select distinct on (least(a.template_id, b.template_id), greatest(a.template_id, b.template_id))
        least(a.template_id, b.template_id) as "templateA", greatest(a.template_id, b.template_id) as "templateB",
        how, confidence::float, found_at as "foundAt"
      from template_likeness
      join template_picture a on a.id = picture_a
      join template_picture b on b.id = picture_b
      where a.template_id <> b.template_id
        and (${templateId}::uuid is null or a.template_id = ${templateId}::uuid or b.template_id = ${templateId}::uuid)
      order by least(a.template_id, b.template_id), greatest(a.template_id, b.template_id), how desc, confidence desc)
    select pair.* from pair
    where not exists (select from template where id in ("templateA", "templateB") and state = 'RETIRED')
      and not exists (select from template_distinction
        where least(template_a, template_b) = "templateA" and greatest(template_a, template_b) = "templateB")
    order by how desc, confidence desc, "foundAt" limit ${limit}::int`
