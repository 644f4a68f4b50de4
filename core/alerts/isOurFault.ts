import { type ErrorCode, errorKinds } from '../errors'

/** Somebody else's servers: nothing that an admin could mend. */
const theirs: readonly string[] = ['URL_UNREACHABLE', 'URL_TIMEOUT', 'URL_BAD_STATUS'] satisfies ErrorCode[]

/** Whether a job that failed with this code failed through no fault of who asked for it. A code of another version counts as ours. */
export function isOurFault(code: string): boolean {
  const known = Object.hasOwn(errorKinds, code) ? errorKinds[code as ErrorCode] : undefined
  return known === undefined || (known.status >= 500 && !theirs.includes(code))
}
