import { AppError } from '#core/errors'

const MAX_URL_LENGTH = 2048

/**
 * A picture's address in its normal form, without fragment. Where it points to is checked when it is fetched.
 * @throws AppError URL_INVALID
 */
export function readPictureUrl(text: string): string {
  const trimmed = text.trim()
  if (trimmed.length > MAX_URL_LENGTH)
    throw new AppError('URL_INVALID', `The address is longer than ${MAX_URL_LENGTH} characters.`)
  const url = URL.canParse(trimmed) ? new URL(trimmed) : undefined
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) throw new AppError('URL_INVALID')
  if (url.username || url.password)
    throw new AppError('URL_INVALID', 'Addresses with a user name or password in them are not fetched.')
  url.hash = ''
  return url.href
}
