import { Readable } from 'node:stream'
import { AppError } from '#core/errors'
import { curatorOf } from '#graphql/admin/curatorOf'
import { log } from '#graphql/log'
import { exportArchive } from '#store/archives/exportArchive'
import { config } from '#store/config'
import type { TemplateFilter } from '#store/templates/findTemplates'
import { orProblemAnswer } from '../../../problemAnswer'

/** Never answered from a cache or at build time. */
export const dynamic = 'force-dynamic'

const states = ['DRAFT', 'PUBLISHED', 'RETIRED'] as const

/**
 * A .zip of templates as folders in memegen's format, streamed, for a curator. `?state=published` (or draft, retired) and `?tag=…`, which may come
 * several times, narrow it down; without them it holds all templates.
 */
export function GET(request: Request): Promise<Response> {
  return orProblemAnswer(request, async () => {
    await curatorOf(request, config())
    const archive = exportArchive(readFilter(new URL(request.url).searchParams))
    // The answer has begun: the reader sees it end too early, and we say why.
    archive.on('error', (error) => log.error({ err: error }, 'an export of templates ended early'))
    request.signal.addEventListener('abort', () => archive.destroy())
    const day = new Date().toISOString().slice(0, 10)
    return new Response(Readable.toWeb(archive) as ReadableStream, {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="memezap-templates-${day}.zip"`,
        'cache-control': 'no-store',
      },
    })
  })
}

function readFilter(query: URLSearchParams): TemplateFilter {
  const asked = query.get('state')
  const state = states.find((name) => name === asked?.toUpperCase())
  if (asked !== null && asked !== '' && !state)
    throw new AppError('INPUT_INVALID', 'state is draft, published or retired; left out, it is all of them.', {
      details: { field: 'state' },
    })
  return { ...(state ? { state } : {}), tags: query.getAll('tag').filter((tag) => tag !== '') }
}
