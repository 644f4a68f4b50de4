import { randomUUID } from 'node:crypto'
import { database } from '../database'

/** Asks that the next job be profiled. @returns when it was asked for */
export async function askForProfile(actor: string): Promise<Date> {
  const [row] = await database().$queryRaw<{ at: Date }[]>`
    insert into profile_request (id, actor) values (${randomUUID()}::uuid, ${actor}) returning created_at as at`
  return row!.at
}

/** Takes the oldest open request for this job; each is taken once. @returns whether there was one */
export async function takeProfileRequest(jobId: string): Promise<boolean> {
  const taken = await database().$executeRaw`
    update profile_request set job_id = ${jobId}::uuid where id = (
      select id from profile_request where job_id is null order by created_at limit 1 for update skip locked)`
  return taken === 1
}
