import { type WorkKind, workKinds } from '#core/workKind'
import type { WorkKind as WorkKindName } from '../../generated/resolvers'

/** A kind of work as the contract names it. */
export const workKindName = (kind: WorkKind): WorkKindName => kind.toUpperCase() as Uppercase<WorkKind>

/** Those of a worker's row, which one of another version may have written. */
export const workKindNames = (kinds: readonly string[]): WorkKindName[] =>
  workKinds.filter((kind) => kinds.includes(kind)).map(workKindName)
