import { TemplateIssuesError } from '#core/curation/fieldIssues'
import type { PreparedPicture } from '#core/preparedPicture'
import { findJob } from '../jobs/findJob'

/**
 * The picture that a TEMPLATE_PICTURE job made.
 * @param field the input's field that names the job
 * @throws TemplateIssuesError INPUT_INVALID when there is no such job, or it has not made one
 */
export async function preparedPicture(jobId: string, field: string): Promise<PreparedPicture> {
  const job = await findJob(jobId)
  if (job?.state === 'DONE' && job.templatePicture !== null) return job.templatePicture as unknown as PreparedPicture
  const isUnderWay = job?.kind === 'TEMPLATE_PICTURE' && (job.state === 'QUEUED' || job.state === 'RUNNING')
  const message = isUnderWay
    ? 'The picture is not ready yet. Try again in a moment.'
    : 'There is no picture of this job (any more). Make it ready again.'
  throw new TemplateIssuesError('INPUT_INVALID', [{ field, message }])
}
