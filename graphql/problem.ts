import { AppError, type ErrorCode, type ErrorDetails, errorKinds } from '#core/errors'
import type { GraphContext } from './context'
import type { CaptionProblem, RequestProblem, ServiceProblem, SourceProblem } from './generated/resolvers'

/** Which member of the result unions tells of which failure. */
const familyOf = {
  NOT_AN_IMAGE: 'SourceProblem',
  EMPTY_FILE: 'SourceProblem',
  IMAGE_DAMAGED: 'SourceProblem',
  FILE_TOO_LARGE: 'SourceProblem',
  TOO_MANY_PIXELS: 'SourceProblem',
  UPLOAD_NOT_FOUND: 'SourceProblem',
  URL_INVALID: 'SourceProblem',
  URL_FORBIDDEN: 'SourceProblem',
  URL_UNREACHABLE: 'SourceProblem',
  URL_TIMEOUT: 'SourceProblem',
  URL_BAD_STATUS: 'SourceProblem',
  URL_NOT_AN_IMAGE: 'SourceProblem',
  NOT_AN_ARCHIVE: 'SourceProblem',
  ARCHIVE_DAMAGED: 'SourceProblem',
  ARCHIVE_UNSAFE: 'SourceProblem',
  ARCHIVE_TOO_LARGE: 'SourceProblem',
  NO_TEMPLATES_IN_ARCHIVE: 'SourceProblem',
  NO_CAPTIONS: 'CaptionProblem',
  TOO_MANY_CAPTIONS: 'CaptionProblem',
  CAPTION_TOO_LONG: 'CaptionProblem',
  CAPTION_DOES_NOT_FIT: 'CaptionProblem',
  CAPTION_HAS_CONTROL_CHARACTERS: 'CaptionProblem',
  UNSUPPORTED_CHARACTERS: 'CaptionProblem',
  NO_TEXT_TO_REPLACE: 'RequestProblem',
  INPUT_INVALID: 'RequestProblem',
  NOT_FOUND: 'RequestProblem',
  IDEMPOTENCY_CONFLICT: 'RequestProblem',
  CANCELLED: 'RequestProblem',
  HEADER_REQUIRED: 'RequestProblem',
  NOT_SIGNED_IN: 'RequestProblem',
  WRONG_TOKEN: 'RequestProblem',
  CURATION_OFF: 'RequestProblem',
  TOO_MANY_ATTEMPTS: 'RequestProblem',
  FOREIGN_ORIGIN: 'RequestProblem',
  TEMPLATE_CHANGED: 'RequestProblem',
  SLUG_TAKEN: 'RequestProblem',
  NOT_READY_TO_PUBLISH: 'RequestProblem',
  WRONG_STATE: 'RequestProblem',
  JOB_TIMEOUT: 'ServiceProblem',
  WORKER_CRASHED: 'ServiceProblem',
  STORAGE_FULL: 'ServiceProblem',
  QUEUE_FULL: 'ServiceProblem',
  INTERNAL: 'ServiceProblem',
} as const satisfies Record<ErrorCode, string>

type Member<T extends { __typename?: string }> = T & { readonly __typename: NonNullable<T['__typename']> }
type SourceMember = Member<SourceProblem>
type CaptionMember = Member<CaptionProblem>
type RequestMember = Member<RequestProblem>
type ServiceMember = Member<ServiceProblem>

/** A problem as a member of the contract's result unions. */
export type ProblemMember = SourceMember | CaptionMember | RequestMember | ServiceMember

interface Failure {
  readonly code: ErrorCode
  readonly message: string
  readonly details: ErrorDetails
  readonly traceId?: string
}

const numberOrNull = (value: ErrorDetails[string] | undefined) => (typeof value === 'number' ? value : null)
const textOrNull = (value: ErrorDetails[string] | undefined) => (typeof value === 'string' ? value : null)
const listOrNull = (value: ErrorDetails[string] | undefined) => (Array.isArray(value) ? value : null)

/** The union member that tells of a failure; `details` of the AppError become the member's own fields. */
export function problemMember({ code, message, details, traceId }: Failure): ProblemMember {
  const common = { code, message, retryable: errorKinds[code].retryable }
  const family = familyOf[code]
  switch (family) {
    case 'SourceProblem':
      return { __typename: family, ...common }
    case 'CaptionProblem':
      return {
        __typename: family,
        ...common,
        captionIndex: numberOrNull(details.captionIndex),
        fitsCharacters: numberOrNull(details.fitsCharacters),
        characters: listOrNull(details.characters),
      }
    case 'RequestProblem':
      return { __typename: family, ...common, field: textOrNull(details.field) }
    case 'ServiceProblem':
      return { __typename: family, ...common, traceId: code === 'INTERNAL' ? (traceId ?? null) : null }
  }
}

/** A failure without a name: logged here, once; the client learns the trace id and no detail. */
export function internalFailure(error: unknown, context: GraphContext): Failure {
  context.log.error({ err: error }, 'unexpected error')
  return { code: 'INTERNAL', message: errorKinds.INTERNAL.text, details: {}, traceId: context.traceId }
}

/**
 * Runs an operation whose result is a union: failures become its problem members.
 * @param families the problems that the union has; a failure of another family is unexpected
 */
export async function orProblem<T, F extends ProblemMember['__typename']>(
  context: GraphContext,
  families: readonly (F | 'ServiceProblem')[],
  operation: () => Promise<T>,
): Promise<T | Extract<ProblemMember, { readonly __typename: F | 'ServiceProblem' }>> {
  type Answer = Extract<ProblemMember, { readonly __typename: F | 'ServiceProblem' }>
  try {
    return await operation()
  } catch (error) {
    const named = error instanceof AppError && error.code !== 'INTERNAL' ? problemMember(error) : undefined
    if (named && families.some((family) => family === named.__typename)) return named as Answer
    return problemMember(internalFailure(error, context)) as Answer
  }
}
