import { expect, test } from 'vitest'
import { isOurFault } from './isOurFault'

test.each(['INTERNAL', 'JOB_TIMEOUT', 'WORKER_CRASHED', 'STORAGE_FULL', 'OF_ANOTHER_VERSION', 'toString'])(
  '%s is',
  (code) => expect(isOurFault(code)).toBe(true),
)
test.each(['IMAGE_DAMAGED', 'CAPTION_DOES_NOT_FIT', 'CANCELLED', 'URL_UNREACHABLE', 'URL_TIMEOUT', 'URL_BAD_STATUS'])(
  '%s is not',
  (code) => expect(isOurFault(code)).toBe(false),
)
