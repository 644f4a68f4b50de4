import { cache } from 'react'
import { CuratorSession } from '../client/curationDocuments'
import type { CuratorSessionQuery } from '../generated/graphql'
import { publicQuery } from './publicQuery'

/** Whether the visitor is a curator, for pages made on the server. Once per page, however many parts ask. */
export const loadCuratorSession = cache(
  async (): Promise<CuratorSessionQuery['curatorSession']> => (await publicQuery(CuratorSession, {})).curatorSession,
)
