import { type ErrorCode, errorKinds } from '#core/errors'

/**
 * Whether a job's failure tells of trouble here. A picture that is damaged, words that do not fit or an address that does not answer are
 * the visitor's or somebody else's, and nobody needs to get up for them.
 */
export function isOurFault(code: string): boolean {
  if (!(code in errorKinds)) return true
  return errorKinds[code as ErrorCode].status >= 500 && !code.startsWith('URL_')
}
