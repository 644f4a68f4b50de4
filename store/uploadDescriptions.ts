import { fingerprintKind } from '#core/fingerprint/fingerprint'
import { database } from './database'
import type { ClipModel } from './readyClip'

/** What an upload looks like. */
export interface UploadDescription {
  /** Of what may be the picture proper, and of their mirror images: `fingerprintKind.length` numbers each. */
  readonly fingerprints: readonly Float32Array[]
  /** 512 numbers of this model; undefined when none was loaded. */
  readonly clip: (ClipModel & { readonly vector: Float32Array }) | undefined
}

const bytesOf = (vectors: readonly Float32Array[]) =>
  new Uint8Array(
    Buffer.concat(vectors.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength))),
  )

/** Copied: a row's bytes need not lie at a multiple of four. */
const numbersOf = (bytes: Uint8Array) => new Float32Array(Uint8Array.from(bytes).buffer)

/** @returns undefined when nobody described these bytes, or by another version of the fingerprint */
export async function findUploadDescription(sha256: string): Promise<UploadDescription | undefined> {
  const row = await database().uploadDescription.findUnique({ where: { sha256 } })
  if (row?.fingerprintVersion !== fingerprintKind.version) return undefined
  const { clipModel: model, clipVersion: version, clip } = row
  const { length } = fingerprintKind
  const numbers = numbersOf(row.fingerprints)
  return {
    fingerprints: Array.from({ length: numbers.length / length }, (_, i) =>
      numbers.subarray(i * length, (i + 1) * length),
    ),
    clip: model && version && clip ? { model, version, vector: numbersOf(clip) } : undefined,
  }
}

/** Takes the place of an earlier one. */
export async function saveUploadDescription(sha256: string, { fingerprints, clip }: UploadDescription): Promise<void> {
  const data = {
    fingerprintVersion: fingerprintKind.version,
    fingerprints: bytesOf(fingerprints),
    clipModel: clip?.model ?? null,
    clipVersion: clip?.version ?? null,
    clip: clip ? bytesOf([clip.vector]) : null,
    createdAt: new Date(),
  }
  await database().uploadDescription.upsert({ where: { sha256 }, create: { sha256, ...data }, update: data })
}
