import { runMigrations } from 'graphile-worker'
// Types only: migrations run before the database client is generated on a fresh machine.
import type { Prisma } from './generated/prisma/client'

/** graphile-worker's task for jobs on uploads: the payload is the job's id, all else is in our own row. */
export const JOB_TASK = 'memezap_job'

/** The same for memes from a template, which nobody has to read: workers have places of their own for them, so that no number of uploads is in their way. */
export const LETTERING_TASK = 'memezap_lettering'

/** Makes or upgrades graphile-worker's own tables. */
export async function installQueue(connectionString: string): Promise<void> {
  await runMigrations({ connectionString })
}

/** More than `queue.max_attempts` can ever be: our own row counts attempts and decides, graphile-worker only hands the job out. */
export const GRAPHILE_ATTEMPTS = 1000

/** Takes a job out of the queue, also when a worker has it (then it is not retried). */
export async function dequeue(tx: Prisma.TransactionClient, jobId: string): Promise<void> {
  await tx.$executeRaw`select graphile_worker.remove_job(${jobId})`
}
