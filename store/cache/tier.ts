import type { CacheName, CacheTier } from '#core/cacheCounters'

/** An entry on its way into a tier. */
export interface NewEntry {
  readonly bytes: Uint8Array
  readonly expiryMs: number
  /** Most bytes of the whole cache, bookkeeping included: the longest unused leave first. */
  readonly maxBytes: number
}

/** The right to make an entry: nobody else makes it until the time is over, or the claim is given up. */
export interface Claim {
  /** Of this one attempt. */
  readonly owner: string
  readonly leaseMs: number
}

/** What a tier says when it is asked for an entry: here it is; make it; or another does, for so long at least. */
export type Found =
  | { readonly state: 'found'; readonly bytes: Uint8Array }
  | { readonly state: 'claimed' }
  | { readonly state: 'taken'; readonly leftMs: number }

/** How full a cache is. */
export interface CacheSize {
  readonly entries: number
  /** Bookkeeping included. */
  readonly bytes: number
}

/**
 * Where all processes find entries. It knows bytes and keys only; `createSharedCache` gives them meaning. Everything may fail at any time. An entry that
 * has expired is not there.
 */
export interface Tier {
  readonly kind: Exclude<CacheTier, 'memory'>
  /** Counts as a use. */
  read(cache: CacheName, key: string): Promise<Uint8Array | undefined>
  /** `read`, or the right to make what is missing: of all who ask at the same moment one gets it. */
  readOrClaim(cache: CacheName, key: string, claim: Claim): Promise<Found>
  /** Lengthens a claim that still holds. */
  renew(cache: CacheName, key: string, claim: Claim): Promise<void>
  /** Keeps an entry, ends the claim on it, tells who waits, makes room. @returns how many entries left for that */
  write(cache: CacheName, key: string, entry: NewEntry, owner?: string): Promise<number>
  /** Gives a claim up without an entry; who waits is told. */
  release(cache: CacheName, key: string, owner: string): Promise<void>
  remove(cache: CacheName, key: string): Promise<void>
  /** Calls back when a claim on this entry has ended; may miss it once in a while, so ask again anyhow. @returns the unsubscriber */
  watch(cache: CacheName, key: string, onEnd: () => void): () => void
  /** Removes what has expired and what is too much. @returns how many entries left */
  trim(cache: CacheName, maxBytes: number): Promise<number>
  size(cache: CacheName): Promise<CacheSize>
  close(): Promise<void>
}
