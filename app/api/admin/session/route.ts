import { z } from 'zod'
import { curatorName, MAX_CURATOR_NAME } from '#core/curator'
import { AppError } from '#core/errors'
import { checkToken, needAdminToken } from '#graphql/admin/curatorOf'
import { isSameOrigin } from '#graphql/admin/sameOrigin'
import { SESSION_COOKIE, SESSION_SECONDS, signSession } from '#graphql/admin/session'
import { config } from '#store/config'
import { limitedRequest } from '../../limitedRequest'
import { orProblemAnswer } from '../../problemAnswer'

/** Never answered from a cache or at build time. */
export const dynamic = 'force-dynamic'

const MAX_BODY_BYTES = 4096
const signIn = z.object({ token: z.string(), name: z.string() })

const invalid = (field: string, message: string): AppError =>
  new AppError('INPUT_INVALID', message, { details: { field } })

async function readSignIn(request: Request): Promise<{ readonly token: string; readonly name: string }> {
  const limited = await limitedRequest(request, MAX_BODY_BYTES)
  const read = signIn.safeParse(limited instanceof Response ? undefined : await limited.json())
  if (!read.success) throw invalid('token', 'Send {"token": "…", "name": "…"} as JSON.')
  const name = curatorName(read.data.name)
  if (name === undefined)
    throw invalid('name', `Give a name of at most ${MAX_CURATOR_NAME} characters: the history shows who changed what.`)
  return { token: read.data.token, name }
}

/** Browsers that came by https send it by https alone. */
function isSecure(request: Request): boolean {
  const { public_url } = config().server
  const scheme = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim() ?? new URL(request.url).protocol
  return public_url.startsWith('https:') || scheme.startsWith('https')
}

const cookie = (value: string, seconds: number, request: Request): string =>
  `${SESSION_COOKIE}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${isSecure(request) ? '; Secure' : ''}`

function needOwnPage(request: Request): void {
  // Programs say nothing of where they come from, and have no cookies to lose.
  const isProgram = !request.headers.has('origin') && !request.headers.has('sec-fetch-site')
  if (!isProgram && !isSameOrigin(request, config().server.public_url)) throw new AppError('FOREIGN_ORIGIN')
}

/**
 * Signs in: `{"token", "name"}` as JSON answers 200 `{curator: {name}, expiresAt}` with a cookie for twelve hours, or `{problem}` with a fitting status
 * (429 with `Retry-After` after too many wrong tokens).
 */
export function POST(request: Request): Promise<Response> {
  return orProblemAnswer(request, async () => {
    needOwnPage(request)
    const { token, name } = await readSignIn(request)
    await checkToken(token, request.headers, config())
    const now = new Date()
    return Response.json(
      { curator: { name }, expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000).toISOString() },
      {
        headers: {
          'cache-control': 'no-store',
          'set-cookie': cookie(signSession({ name }, needAdminToken(), now), SESSION_SECONDS, request),
        },
      },
    )
  })
}

/** Signs out: 204, and the cookie is gone. */
export function DELETE(request: Request): Promise<Response> {
  return orProblemAnswer(request, async () => {
    needOwnPage(request)
    return new Response(null, {
      status: 204,
      headers: { 'cache-control': 'no-store', 'set-cookie': cookie('', 0, request) },
    })
  })
}
