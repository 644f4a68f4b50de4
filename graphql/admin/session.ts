import { createHmac } from 'node:crypto'
import { type Curator, curatorName } from '#core/curator'
import { isSameSecret } from './adminToken'

/** The cookie that says who is signed in. */
export const SESSION_COOKIE = 'memezap_curator'

/** How long a sign-in lasts. */
export const SESSION_SECONDS = 12 * 3_600

/** Of the token, so that another token signs everybody out. */
function signature(payload: string, token: string): string {
  const key = createHmac('sha256', token).update('memezap curator session').digest()
  return createHmac('sha256', key).update(payload).digest('base64url')
}

/** What the cookie holds: `<name and expiry>.<signature>`. Nobody without the token can make one. */
export function signSession({ name }: Curator, token: string, now: Date): string {
  const expiresAt = Math.floor(now.getTime() / 1000) + SESSION_SECONDS
  const payload = Buffer.from(JSON.stringify({ name, expiresAt })).toString('base64url')
  return `${payload}.${signature(payload, token)}`
}

/** Who is signed in by this cookie; undefined when it is forged, expired, of another token, or no cookie of ours. */
export function readSession(cookie: string, token: string, now: Date): Curator | undefined {
  const [payload = '', given = '', ...rest] = cookie.split('.')
  if (rest.length > 0 || !isSameSecret(given, signature(payload, token))) return undefined
  const { name, expiresAt } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>
  if (typeof expiresAt !== 'number' || expiresAt * 1000 <= now.getTime()) return undefined
  const known = typeof name === 'string' ? curatorName(name) : undefined
  return known === undefined ? undefined : { name: known }
}
