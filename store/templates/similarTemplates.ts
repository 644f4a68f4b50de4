import { database } from '../database'
import type { ClipModel } from '../readyClip'
import { type UsualLikeness, usualCosine, usualFingerprint } from './search/outstanding'
import { nearestByClip, nearestByFingerprint, type VectorScope } from './vectors/nearest'

/** What things are compared by. */
export interface Looks {
  /** Of one picture, or of all of a template's. */
  readonly fingerprints: readonly Float32Array[]
  readonly clips: readonly (ClipModel & { readonly vector: Float32Array })[]
}

/** A template that is like something, and how that was found: "composition", "looks like", "keywords". */
export interface SimilarTemplate {
  readonly id: string
  /** 0..1; 1 is the same picture. */
  readonly similarity: number
  readonly reasons: readonly string[]
}

interface Evidence {
  readonly id: string
  readonly reason: string
  /** 0: as alike as any two; 1: the same. */
  readonly strength: number
}

/** Hits that are looked at for each way of looking. */
const MOST_HITS = 60
/** Of a template's parts the first say most: the picture with and without its border. */
const MOST_FINGERPRINTS = 3
/** Words alone do not make a picture the same. */
const KEYWORDS_AT_MOST = 0.5
/** Templates that share less of their keywords have little in common. */
const LEAST_SHARED = 0.1

const strengthIn = (likeness: number, { middle }: UsualLikeness): number =>
  Math.max(0, Math.min(1, (likeness - middle) / (1 - middle)))

/** What stands out among its neighbours, and how far. */
function outstanding(
  reason: string,
  near: readonly { readonly templateId: string; readonly likeness: number }[],
  usual: UsualLikeness | undefined,
): readonly Evidence[] {
  if (!usual) return []
  return near
    .filter(({ likeness }) => likeness >= usual.outstanding)
    .map(({ templateId: id, likeness }) => ({ id, reason, strength: strengthIn(likeness, usual) }))
}

async function byLooks({ fingerprints, clips }: Looks, scope: VectorScope): Promise<readonly Evidence[]> {
  const compositions = fingerprints.map(async (vector) => {
    const [near, usual] = await Promise.all([
      nearestByFingerprint([vector], MOST_HITS, scope, true),
      usualFingerprint(vector),
    ])
    return outstanding('composition', near, usual)
  })
  const meanings = clips.map(async ({ vector, ...model }) => {
    const [near, usual] = await Promise.all([
      nearestByClip(vector, model, MOST_HITS, scope, true),
      usualCosine(vector, model),
    ])
    return outstanding('looks like', near, usual)
  })
  return (await Promise.all([...compositions, ...meanings])).flat()
}

/** Published templates that share keywords: what share of this one's they have, rare words counting more. */
async function byKeywords(templateId: string): Promise<readonly Evidence[]> {
  const rows = await database().$queryRaw<{ id: string; share: number }[]>`
    with own as (select distinct word from template, unnest(keywords) word where id = ${templateId}::uuid),
    sharing as materialized (
      select id, word from own join template on keywords @> array[word]
      where state = 'PUBLISHED' and id <> ${templateId}::uuid
    ),
    size as (select count(*)::float8 + 2 as templates from template where state = 'PUBLISHED'),
    bits as (
      select word, ln(templates / (count(id) + 1)) as bits from own left join sharing using (word), size group by word, templates
    )
    select id, (sum(bits) / (select sum(bits) from bits))::float8 as share from sharing join bits using (word)
    group by id order by share desc, id limit ${MOST_HITS}`
  return rows
    .filter(({ share }) => share >= LEAST_SHARED)
    .map(({ id, share }) => ({ id, reason: 'keywords', strength: KEYWORDS_AT_MOST * share }))
}

/** Puts the ways together as chances that do not know of each other; of one way the strongest counts. */
function together(evidence: readonly Evidence[]): readonly SimilarTemplate[] {
  const byId = new Map<string, Map<string, number>>()
  for (const { id, reason, strength } of evidence) {
    const ways = byId.get(id) ?? new Map<string, number>()
    byId.set(id, ways.set(reason, Math.max(strength, ways.get(reason) ?? 0)))
  }
  return [...byId]
    .map(([id, ways]) => ({
      id,
      similarity: 1 - [...ways.values()].reduce((unlike, strength) => unlike * (1 - strength), 1),
      reasons: [...ways.keys()],
    }))
    .sort((one, other) => other.similarity - one.similarity || (one.id < other.id ? -1 : 1))
}

/** The looks of a template's pictures, as far as they are described. */
async function looksOf(templateId: string): Promise<Looks> {
  const db = database()
  const [fingerprints, clips] = await Promise.all([
    db.$queryRaw<{ vector: number[] }[]>`
      select vector::real[] as vector from template_fingerprint join template_picture on id = picture_id
      where template_id = ${templateId}::uuid and style = 'default' order by part limit ${MOST_FINGERPRINTS}`,
    db.$queryRaw<(ClipModel & { vector: number[] })[]>`
      select model, version, vector::real[] as vector from template_clip join template_picture on id = picture_id
      where template_id = ${templateId}::uuid`,
  ])
  return {
    fingerprints: fingerprints.map(({ vector }) => Float32Array.from(vector)),
    clips: clips.map(({ vector, ...model }) => ({ ...model, vector: Float32Array.from(vector) })),
  }
}

/** Published templates like a template, the most alike first, never itself. */
export async function similarToTemplate(templateId: string, first: number): Promise<readonly SimilarTemplate[]> {
  const scope: VectorScope = { state: 'published', exceptTemplateId: templateId }
  const [looks, keywords] = await Promise.all([
    looksOf(templateId).then((looks) => byLooks(looks, scope)),
    byKeywords(templateId),
  ])
  return together([...looks, ...keywords]).slice(0, first)
}

/** Published templates that look like a picture, the most alike first. */
export async function similarToPicture(looks: Looks, first: number): Promise<readonly SimilarTemplate[]> {
  return together(await byLooks(looks, { state: 'published' })).slice(0, first)
}
