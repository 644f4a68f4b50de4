import type { Config } from '#core/config'
import { fingerprintKind } from '#core/fingerprint/fingerprint'
import type { SharedCache } from './cache/createSharedCache'
import type { CacheId } from './cache/envelope'
import { sharedCache } from './cache/sharedCache'
import type { ClipModel } from './readyClip'

/** What an upload looks like. */
export interface UploadDescription {
  /** Of what may be the picture proper, and of their mirror images: `fingerprintKind.length` numbers each. */
  readonly fingerprints: readonly Float32Array[]
  /** 512 numbers of this model; undefined when none was loaded. */
  readonly clip: (ClipModel & { readonly vector: Float32Array }) | undefined
}

/**
 * The name of a description in `uploadDescriptions`.
 * @param sha256 of the source bytes
 * @param clip undefined when none was loaded
 */
export const descriptionId = (sha256: string, clip: ClipModel | undefined): CacheId => [
  sha256,
  fingerprintKind.name,
  fingerprintKind.version,
  ...(clip ? [clip.model, clip.version] : []),
]

/** What uploads look like (`cache.enable_fingerprint_cache`). */
export const uploadDescriptions = (config: Config): SharedCache<UploadDescription> => sharedCache('fingerprint', config)
