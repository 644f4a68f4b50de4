import pgvector from 'pgvector'
import { fingerprintKind } from '#core/fingerprint/fingerprint'
import { database } from '../../database'
import { type ClipKind, endDescribing } from './describing'
import { type Likeness, saveLikenesses } from './likenesses'

/** What a picture is recognised by. */
export interface Recognition {
  /** Of fingerprints and print together. */
  readonly version: string
  /** `fingerprintKind.length` numbers each. */
  readonly vectors: readonly Float32Array[]
  /** As `encodePrint` gives it. */
  readonly print: Uint8Array
  /** As `cornerKeys` gives them. */
  readonly keys: Int32Array
  /** Pictures of other templates that look like this one. */
  readonly likenesses: readonly Likeness[]
}

/** What a picture shows, by CLIP. */
export interface ClipDescription extends ClipKind {
  /** 512 numbers, length 1. */
  readonly vector: Float32Array
  /** As in `Recognition`. */
  readonly likenesses: readonly Likeness[]
}

/** Replaces a picture's fingerprints and print; a picture that has gone meanwhile is passed over. */
export async function saveRecognition(
  pictureId: string,
  { version, vectors, print, keys, likenesses }: Recognition,
): Promise<void> {
  await database().$transaction(async (tx) => {
    const [known] = await tx.$queryRaw<unknown[]>`
      select 1 from template_picture where id = ${pictureId}::uuid for key share`
    if (known === undefined) return
    await tx.$executeRaw`delete from template_fingerprint where picture_id = ${pictureId}::uuid`
    const texts = vectors.map((vector) => pgvector.toSql([...vector]) as string)
    await tx.$executeRaw`insert into template_fingerprint (picture_id, part, algorithm, version, vector)
      select ${pictureId}::uuid, part - 1, ${fingerprintKind.name}, ${fingerprintKind.version}, vector::halfvec
      from unnest(${texts}::text[]) with ordinality rows(vector, part)`
    await tx.$executeRaw`insert into template_print (picture_id, version, print, keys)
      values (${pictureId}::uuid, ${version}, ${print}, ${new Uint8Array(keys.buffer, keys.byteOffset, keys.byteLength)})
      on conflict (picture_id) do update set version = excluded.version, print = excluded.print, keys = excluded.keys, described_at = now()`
    await saveLikenesses(tx, pictureId, 'fingerprint+alignment', likenesses)
    await endDescribing(tx, pictureId, 'recognition')
  })
}

/** Replaces a picture's CLIP vector; a picture that has gone meanwhile is passed over. */
export async function saveClipVector(
  pictureId: string,
  { model, version, vector, likenesses }: ClipDescription,
): Promise<void> {
  await database().$transaction(async (tx) => {
    const written = await tx.$executeRaw`insert into template_clip (picture_id, model, version, vector)
      select id, ${model}, ${version}, ${pgvector.toSql([...vector])}::halfvec from template_picture where id = ${pictureId}::uuid
      on conflict (picture_id) do update set model = excluded.model, version = excluded.version, vector = excluded.vector,
        described_at = now()`
    if (written === 0) return
    await saveLikenesses(tx, pictureId, 'clip', likenesses)
    await endDescribing(tx, pictureId, 'clip')
  })
}
