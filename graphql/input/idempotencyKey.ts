import type { Maybe } from '../generated/resolvers'
import { invalid } from './invalid'

const MAX_LENGTH = 200

/** @throws AppError INPUT_INVALID */
export function readIdempotencyKey(key: Maybe<string> | undefined): string | undefined {
  if (key == null) return undefined
  if (key.length >= 1 && key.length <= MAX_LENGTH && !/[\p{Cc}\p{Cs}]/u.test(key)) return key
  throw invalid('idempotencyKey', `idempotencyKey must have 1 to ${MAX_LENGTH} characters, and no control characters.`)
}
