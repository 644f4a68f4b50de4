import { curatorOf } from '#graphql/admin/curatorOf'
import { config } from '#store/config'

/**
 * Who asks for performance figures over plain HTTP: a curator, who reads all of them, or anybody, who reads sums without names where
 * `monitoring.public_performance` allows it. A wrong token is never taken for none.
 * @throws AppError NOT_SIGNED_IN | WRONG_TOKEN | TOO_MANY_ATTEMPTS | CURATION_OFF | FOREIGN_ORIGIN
 */
export async function performanceReader(request: Request): Promise<'curator' | 'anybody'> {
  const settings = config()
  const isOpen = settings.monitoring.public_performance && !request.headers.has('authorization')
  try {
    await curatorOf(request, settings)
    return 'curator'
  } catch (error) {
    if (isOpen) return 'anybody'
    throw error
  }
}
