import { Prisma } from '../generated/prisma/client'
import { GRAPHILE_ATTEMPTS, JOB_TASK } from '../queue'

/** A call that queues a job, for the statement that writes its row. */
export const queueJob = (jobId: string): Prisma.Sql =>
  Prisma.sql`graphile_worker.add_job(${JOB_TASK}, json_build_object('jobId', ${jobId}::text),
    job_key => ${jobId}, max_attempts => ${GRAPHILE_ATTEMPTS}::int)`
