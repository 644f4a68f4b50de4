import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { Config } from '#core/config'
import { config } from '#store/config'
import { type CuratorLookup, curatorLookup } from './admin/needCurator'
import { type CurationLoaders, curationLoaders } from './curationLoaders'
import { log } from './log'
import { type PictureLoader, pictureLoader } from './pictureLoader'
import { type QueueLoader, queueLoader } from './queueLoader'
import { type SourceLoaders, sourceLoaders } from './sourceLoaders'
import { type TemplateLoader, templateLoader } from './templateLoader'

/** What resolvers share during one request. */
export interface GraphContext {
  /** Names this request in the log and in answers: `x-request-id` when the client sent a usable one. */
  readonly traceId: string
  readonly config: Config
  readonly log: Logger
  /** Fires when the client has gone. */
  readonly signal: AbortSignal | undefined
  readonly pictures: PictureLoader
  readonly templates: TemplateLoader
  readonly sources: SourceLoaders
  readonly queue: QueueLoader
  readonly curation: CurationLoaders
  /** Use `needCurator`. */
  readonly askCurator: CuratorLookup
}

const usableId = /^[\w.-]{8,64}$/

/** The name that a client gave its request, or a new one. */
export function traceIdOf(request: Pick<Request, 'headers'>): string {
  const given = request.headers.get('x-request-id')
  return given && usableId.test(given) ? given : randomUUID()
}

/** What resolvers of one request share. A request without a method changes nothing. @throws ConfigError when the settings are wrong */
export function createContext(
  request: Pick<Request, 'headers' | 'signal'> & { readonly method?: string },
): GraphContext {
  const traceId = traceIdOf(request)
  return {
    traceId,
    config: config(),
    log: log.child({ traceId }),
    signal: request.signal,
    pictures: pictureLoader(),
    templates: templateLoader(),
    sources: sourceLoaders(),
    queue: queueLoader(),
    curation: curationLoaders(),
    askCurator: curatorLookup(request, config()),
  }
}
