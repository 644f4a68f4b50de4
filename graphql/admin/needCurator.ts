import type { Config } from '#core/config'
import type { Curator } from '#core/curator'
import { AppError } from '#core/errors'
import { type Asking, curatorOf } from './curatorOf'

/** Who asks, looked up when the first field of a request wants to know. */
export type CuratorLookup = () => Promise<Curator>

/** Asks once per request: a wrong token counts once, however many fields need a curator. */
export function curatorLookup(asking: Asking, config: Config): CuratorLookup {
  let asked: Promise<Curator> | undefined
  return () => {
    asked ??= curatorOf(asking, config)
    return asked
  }
}

/**
 * The curator who asks: what every field for curators begins with.
 * @throws AppError NOT_SIGNED_IN | WRONG_TOKEN | TOO_MANY_ATTEMPTS | CURATION_OFF | FOREIGN_ORIGIN
 */
export const needCurator = ({ askCurator }: { readonly askCurator: CuratorLookup }): Promise<Curator> => askCurator()

/** The curator who asks; null for everybody else. */
export async function curatorOrNull(context: { readonly askCurator: CuratorLookup }): Promise<Curator | null> {
  try {
    return await needCurator(context)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}
