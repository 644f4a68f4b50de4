import { Prisma } from '../generated/prisma/client'
import { GRAPHILE_ATTEMPTS, JOB_TASK, LETTERING_TASK } from '../queue'

/**
 * Which of graphile-worker's tasks does a job, as SQL text.
 * @param payload SQL jsonb: the job's
 */
export const jobTask = (payload: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`case when ${payload} #> '{source,boxes}' is null then ${JOB_TASK} else ${LETTERING_TASK} end`

/**
 * A call that queues a job, for the statement that writes its row.
 * @param payload SQL jsonb: the job's
 */
export const queueJob = (jobId: string, payload: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`graphile_worker.add_job(${jobTask(payload)}, json_build_object('jobId', ${jobId}::text),
    job_key => ${jobId}, max_attempts => ${GRAPHILE_ATTEMPTS}::int)`

/**
 * What `graphile_worker.add_jobs` wants to know of a job, as an SQL value.
 * @param id SQL text: the job's id
 * @param nth SQL number: of two with the same priority the lower goes first
 * @param priority SQL smallint
 * @param payload SQL jsonb: the job's
 */
export const jobSpec = (id: Prisma.Sql, nth: Prisma.Sql, priority: Prisma.Sql, payload: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(${jobTask(payload)}, json_build_object('jobId', ${id}), null, now() + ${nth} * interval '1 microsecond',
    ${GRAPHILE_ATTEMPTS}::smallint, ${id}, ${priority}, null)::graphile_worker.job_spec`

/**
 * A call that moves a job forward in the queue when it waits there behind `priority`.
 * @param id SQL text: the job's id
 * @param priority SQL smallint
 */
export const hurryJob = (id: Prisma.Sql, priority: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(select count(*)::text from graphile_worker.reschedule_jobs(
    array(select waiting.id from graphile_worker._private_jobs waiting where waiting.key = ${id} and waiting.priority > ${priority}),
    priority => ${priority}))`
