/**
 * Whether a job was warm: everything that its caches could have held came from them. The look for a finished meme (`hash`) does not count, since a
 * hit there ends the job.
 * @returns null when no cache was asked
 */
export function warmth(
  stages: readonly { readonly operation: string; readonly cacheHit: boolean | null }[],
): boolean | null {
  const asked = stages.filter(({ operation, cacheHit }) => operation !== 'hash' && cacheHit !== null)
  return asked.length === 0 ? null : asked.every(({ cacheHit }) => cacheHit)
}
