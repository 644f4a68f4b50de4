import type { Prisma } from '../generated/prisma/client'
import { JOB_CHANNEL } from '../jobEvents'

/** Tells every process that the job's row has changed; only the id travels, who is interested reads the row. */
export async function notifyJob(tx: Pick<Prisma.TransactionClient, '$executeRaw'>, jobId: string): Promise<void> {
  await tx.$executeRaw`select pg_notify(${JOB_CHANNEL}, ${jobId})`
}
