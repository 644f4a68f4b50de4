import { readFile } from 'node:fs/promises'
import { AppError } from '#core/errors'
import { curatorOf } from '#graphql/admin/curatorOf'
import { config } from '#store/config'
import { isUuid } from '#store/jobs/findJob'
import { MAIN_THREAD, profileFile } from '#store/sweepProfiles'
import { orProblemAnswer } from '../../../problemAnswer'

/** Never answered from a cache or at build time. */
export const dynamic = 'force-dynamic'

/** A job's CPU profile (`?thread=main`), to be opened in a browser's devtools (Performance, "Load profile"). For curators. */
export function GET(request: Request, { params }: { readonly params: Promise<{ readonly jobId: string }> }) {
  return orProblemAnswer(request, async () => {
    await curatorOf(request, config())
    const { jobId } = await params
    const thread = new URL(request.url).searchParams.get('thread') ?? MAIN_THREAD
    const isName = isUuid(jobId) && /^(main|thread\d{1,6})$/.test(thread)
    const profile = isName ? await readFile(profileFile(jobId, thread)).catch(unlessMissing) : undefined
    if (!profile) throw new AppError('NOT_FOUND', 'There is no profile of this job. Profiles are kept for a day.')
    return new Response(new Uint8Array(profile), {
      headers: {
        'content-type': 'application/json',
        'content-disposition': `attachment; filename="${jobId}.${thread}.cpuprofile"`,
        'cache-control': 'no-store',
      },
    })
  })
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
