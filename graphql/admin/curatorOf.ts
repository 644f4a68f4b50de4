import type { Config } from '#core/config'
import { type Curator, curatorName } from '#core/curator'
import { AppError } from '#core/errors'
import { countAttempt } from '#store/adminAttempts'
import { adminToken, isSameSecret } from './adminToken'
import { clientAddress } from './clientAddress'
import { cookieValue } from './cookies'
import { isSameOrigin } from './sameOrigin'
import { readSession, SESSION_COOKIE } from './session'

/** What says who asks. The method is left out where nothing can be changed. */
export interface Asking {
  readonly method?: string
  readonly headers: Headers
}

/** The name of programs that give none. */
const NAMELESS = 'API'

/** @throws AppError CURATION_OFF when no token is set */
export function needAdminToken(): string {
  const token = adminToken()
  if (token === undefined) throw new AppError('CURATION_OFF')
  return token
}

/**
 * Passes when the token is the right one; wrong ones are counted.
 * @throws AppError WRONG_TOKEN | TOO_MANY_ATTEMPTS | CURATION_OFF
 */
export async function checkToken(given: string, headers: Headers, { server }: Pick<Config, 'server'>): Promise<void> {
  const isRight = isSameSecret(given, needAdminToken())
  const attempt = await countAttempt(clientAddress(headers, server.trusted_proxies), isRight)
  if (attempt === 'right') return
  if (attempt === 'wrong') throw new AppError('WRONG_TOKEN')
  const { retryAfterSeconds } = attempt
  const minutes = Math.ceil(retryAfterSeconds / 60)
  throw new AppError(
    'TOO_MANY_ATTEMPTS',
    `Too many wrong tokens were tried. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
    { details: { retryAfterSeconds } },
  )
}

/**
 * The curator who asks: by `Authorization: Bearer <token>` (and a name in `X-Memezap-Actor`), or by the cookie of a sign-in.
 * @throws AppError NOT_SIGNED_IN | WRONG_TOKEN | TOO_MANY_ATTEMPTS | CURATION_OFF | FOREIGN_ORIGIN | INPUT_INVALID for a name that cannot be one
 */
export async function curatorOf(asking: Asking, config: Pick<Config, 'server'>): Promise<Curator> {
  const { headers } = asking
  const token = needAdminToken()
  const [, bearer] = /^Bearer +(\S.*)$/i.exec(headers.get('authorization') ?? '') ?? []
  if (bearer !== undefined) {
    await checkToken(bearer.trim(), headers, config)
    return { name: actorName(headers.get('x-memezap-actor')) }
  }
  const cookie = cookieValue(headers.get('cookie'), SESSION_COOKIE)
  const curator = cookie === undefined ? undefined : readSession(cookie, token, new Date())
  if (!curator) throw new AppError('NOT_SIGNED_IN')
  if (!isSameOrigin(asking, config.server.public_url)) throw new AppError('FOREIGN_ORIGIN')
  return curator
}

/** Headers come as bytes, which programs write as UTF-8 and Node reads as Latin-1. */
function actorName(header: string | null): string {
  if (header === null) return NAMELESS
  const written = Buffer.from(header, 'latin1').toString('utf8')
  const name = curatorName(written.includes('\ufffd') ? header : written)
  if (name !== undefined) return name
  throw new AppError('INPUT_INVALID', 'X-Memezap-Actor must have 1 to 60 characters, and no control characters.', {
    details: { field: 'X-Memezap-Actor' },
  })
}
