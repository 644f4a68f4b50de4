interface ErrorKind {
  /** HTTP status at the edges that speak plain HTTP. */
  readonly status: number
  /** Whether trying the same again may succeed. */
  readonly retryable: boolean
  /** What a person reads when the thrower gives no better words. */
  readonly text: string
}

const kind = (status: number, retryable: boolean, text: string): ErrorKind => ({ status, retryable, text })

/** Every failure that a user or client can meet, listed once. */
export const errorKinds = {
  // the picture
  NOT_AN_IMAGE: kind(415, false, 'This file is not a picture we can read. Use a JPEG, PNG, WebP, GIF, AVIF or TIFF.'),
  EMPTY_FILE: kind(400, false, 'The file is empty. Choose another one.'),
  IMAGE_DAMAGED: kind(422, false, 'The picture is damaged or cut off, so it cannot be opened. Try saving it again.'),
  FILE_TOO_LARGE: kind(413, false, 'The file is too large.'),
  TOO_MANY_PIXELS: kind(422, false, 'The picture has too many pixels. Make it smaller and try again.'),
  UPLOAD_NOT_FOUND: kind(404, false, 'This upload does not exist or has expired. Upload the picture again.'),
  // the link
  URL_INVALID: kind(400, false, 'This is not a web address that starts with http:// or https://.'),
  URL_FORBIDDEN: kind(400, false, 'This address points into a private network, so it is not fetched.'),
  URL_UNREACHABLE: kind(502, true, 'The address could not be reached. Check it, or upload the picture instead.'),
  URL_TIMEOUT: kind(504, true, 'The address took too long to answer. Try again, or upload the picture instead.'),
  URL_BAD_STATUS: kind(502, true, 'The address did not answer with a picture.'),
  URL_NOT_AN_IMAGE: kind(
    415,
    false,
    'The address leads to a page, not to a picture. Copy the address of the picture itself.',
  ),
  // the words
  NO_CAPTIONS: kind(400, false, 'There are no words to put on the picture. Type at least one caption.'),
  TOO_MANY_CAPTIONS: kind(400, false, 'There are more captions than places for them on this picture.'),
  CAPTION_TOO_LONG: kind(400, false, 'A caption is too long.'),
  CAPTION_DOES_NOT_FIT: kind(422, false, 'These words do not fit at a size that can be read.'),
  CAPTION_HAS_CONTROL_CHARACTERS: kind(400, false, 'A caption contains control characters. Remove them.'),
  UNSUPPORTED_CHARACTERS: kind(422, false, 'A caption has characters that none of our fonts can draw.'),
  NO_TEXT_TO_REPLACE: kind(422, false, 'No words were found on the picture to replace. Choose another mode.'),
  INPUT_INVALID: kind(400, false, 'The request is not valid.'),
  // the archive
  NOT_AN_ARCHIVE: kind(415, false, 'This file is not a .zip archive. Choose a .zip that holds template folders.'),
  ARCHIVE_DAMAGED: kind(422, false, 'The archive is damaged or cut off, so it cannot be opened. Try making it again.'),
  ARCHIVE_UNSAFE: kind(422, false, 'The archive names files outside of itself, or locks them, so it is not opened.'),
  ARCHIVE_TOO_LARGE: kind(413, false, 'The archive holds too much. Split it and import the parts one after another.'),
  NO_TEMPLATES_IN_ARCHIVE: kind(422, false, 'The archive holds no folder with a config.yml or template.json.'),
  // the job
  NOT_FOUND: kind(404, false, 'There is nothing with this id.'),
  IDEMPOTENCY_CONFLICT: kind(409, false, 'This idempotency key was used before with a different request.'),
  CANCELLED: kind(409, true, 'The job was cancelled.'),
  JOB_TIMEOUT: kind(504, true, 'The picture took too long. Try again, or use a smaller one.'),
  WORKER_CRASHED: kind(
    500,
    true,
    'This picture stopped our worker several times, so it was given up. Try another picture.',
  ),
  STORAGE_FULL: kind(507, true, 'There is no room to store the picture just now. Try again later.'),
  QUEUE_FULL: kind(503, true, 'Too many pictures are waiting just now. Try again in a minute.'),
  HEADER_REQUIRED: kind(400, false, 'The request lacks a required header.'),
  // curation
  NOT_SIGNED_IN: kind(401, false, 'Only curators may do this. Sign in at /admin first.'),
  WRONG_TOKEN: kind(401, false, 'This is not the admin token.'),
  CURATION_OFF: kind(
    503,
    false,
    'Nobody can sign in here: set MEMEZAP_ADMIN_TOKEN to a secret of at least 16 characters, and start MemeZap again.',
  ),
  TOO_MANY_ATTEMPTS: kind(429, true, 'Too many wrong tokens were tried. Wait a while, then try again.'),
  FOREIGN_ORIGIN: kind(403, false, 'This request came from another site’s page, so it was not carried out.'),
  TEMPLATE_CHANGED: kind(409, false, 'Somebody else changed this template in the meantime. Look at it and try again.'),
  SLUG_TAKEN: kind(409, false, 'Another template has this slug. Choose a different one.'),
  NOT_READY_TO_PUBLISH: kind(422, false, 'Something is missing that publishing needs.'),
  WRONG_STATE: kind(409, false, 'The template’s state does not allow this.'),
  INTERNAL: kind(500, true, 'Something went wrong on our side.'),
} as const satisfies Record<string, ErrorKind>

/** The name of a failure: part of the API, so it never changes its meaning. */
export type ErrorCode = keyof typeof errorKinds

/** Facts for a client that wants more than words: limits, lengths, indexes. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | readonly string[]>>

/** The one error type for failures with a name. Its message is written for the person who meets it. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails
  constructor(code: ErrorCode, message?: string, options: { cause?: unknown; details?: ErrorDetails } = {}) {
    super(message ?? errorKinds[code].text, { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.details = options.details ?? {}
  }
  get status(): number {
    return errorKinds[this.code].status
  }
  get retryable(): boolean {
    return errorKinds[this.code].retryable
  }
}
