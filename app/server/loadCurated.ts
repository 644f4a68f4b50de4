import { CuratedTemplateById } from '../client/curatedTemplateDocuments'
import type { CuratedTemplateByIdQuery } from '../generated/graphql'
import { publicQuery } from './publicQuery'

/** A template of any state, for who is signed in; null when there is none. @throws the API's NOT_SIGNED_IN */
export const loadCurated = async (id: string): Promise<CuratedTemplateByIdQuery['curation']['template']> =>
  (await publicQuery(CuratedTemplateById, { id })).curation.template
