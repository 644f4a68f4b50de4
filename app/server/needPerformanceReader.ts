import { curatorOf } from '#graphql/admin/curatorOf'
import { config } from '#store/config'

/**
 * Lets curators read performance figures over plain HTTP, and everybody where `monitoring.public_performance` says so.
 * @throws AppError NOT_SIGNED_IN | WRONG_TOKEN | TOO_MANY_ATTEMPTS | CURATION_OFF | FOREIGN_ORIGIN
 */
export async function needPerformanceReader(request: Request): Promise<void> {
  if (!config().monitoring.public_performance) await curatorOf(request, config())
}
