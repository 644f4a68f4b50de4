import type { Maybe } from '../generated/resolvers'
import { inRange } from './invalid'

const MAX_WAIT_MS = 30_000

/** @throws AppError INPUT_INVALID */
export const readWaitMs = (waitMs: Maybe<number> | undefined): number => inRange('waitMs', waitMs ?? 0, 0, MAX_WAIT_MS)
