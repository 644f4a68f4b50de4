import { fingerprintKind } from '#core/fingerprint/fingerprint'
import { config } from '#store/config'
import { database } from '#store/database'
import { embeddingId, embeddings, hashOf, plainWords } from '#store/embeddings'
import type { ClipModel } from '#store/readyClip'
import { saveSignOfLife } from '#store/workers'
import type { Random } from './random'

const DIMENSIONS = 512

/** A vector of length 1 that points anywhere. */
function anyVector(random: Random): Float32Array {
  const vector = Float32Array.from({ length: DIMENSIONS }, () => random.next() + random.next() + random.next() - 1.5)
  const length = Math.hypot(...vector)
  return vector.map((value) => value / length)
}

/** Gives every picture a fingerprint and a CLIP vector that point anywhere. The indexes are built anew after: row by row takes minutes. */
export async function fillVectors({ model, version }: ClipModel): Promise<void> {
  const db = database()
  await db.$executeRaw`drop index template_clip_vector_idx, template_fingerprint_vector_idx`
  // The row's id in the subquery: it would be one vector for all otherwise.
  await db.$executeRaw`
    insert into template_clip (picture_id, model, version, vector)
    select id, ${model}, ${version}, l2_normalize((select array_agg(random() - 0.5) from generate_series(1, ${DIMENSIONS}::int) where id is not null)::real[]::halfvec)
    from template_picture`
  await db.$executeRaw`
    insert into template_fingerprint (picture_id, part, algorithm, version, vector)
    select id, 0, ${fingerprintKind.name}, ${fingerprintKind.version},
      l2_normalize((select array_agg(random() - 0.5) from generate_series(1, ${fingerprintKind.length}::int) where id is not null)::real[]::halfvec)
    from template_picture`
  await db.$executeRaw`create index template_clip_vector_idx on template_clip using hnsw (vector halfvec_cosine_ops)`
  await db.$executeRaw`create index template_fingerprint_vector_idx on template_fingerprint using hnsw (vector halfvec_ip_ops)`
  await db.$executeRaw`vacuum analyze template_clip, template_fingerprint`
}

/** A worker that says it lives, and is never heard of again. */
export const saveSilentWorker = ({ model, version }: ClipModel): Promise<void> =>
  saveSignOfLife({
    id: 'bench',
    state: 'READY',
    host: 'bench',
    pid: 0,
    queueIds: [],
    models: { clip: { state: 'ready', model, version } },
    rssBytes: 0,
    load: 0,
  })

/** Gives words a vector, as if somebody had searched for them before. */
export async function knowWords(texts: readonly string[], clip: ClipModel, random: Random): Promise<void> {
  for (const text of new Set(texts.map(plainWords)))
    await embeddings(config()).set(embeddingId({ kind: 'text', hash: hashOf(text), ...clip }), anyVector(random), 0)
}
