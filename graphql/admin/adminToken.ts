import { createHash, timingSafeEqual } from 'node:crypto'
import { ConfigError } from '#store/config'

/** The environment variable with the secret that makes somebody a curator. */
export const ADMIN_TOKEN_VARIABLE = 'MEMEZAP_ADMIN_TOKEN'

const MIN_LENGTH = 16

/**
 * The admin token; undefined when none is set, so that nobody can sign in.
 * @throws ConfigError when it is too short to be a secret
 */
export function adminToken(env: Readonly<Record<string, string | undefined>> = process.env): string | undefined {
  const token = env[ADMIN_TOKEN_VARIABLE]
  if (!token) return undefined
  if (token.trim().length >= MIN_LENGTH) return token
  throw new ConfigError(
    `${ADMIN_TOKEN_VARIABLE} has ${token.trim().length} characters and needs ${MIN_LENGTH} or more, so that nobody guesses it. Make one with: openssl rand -base64 24`,
  )
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Compares in a time that says nothing about either. */
export const isSameSecret = (given: string, secret: string): boolean => timingSafeEqual(digest(given), digest(secret))
