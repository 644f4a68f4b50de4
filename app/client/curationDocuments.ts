import { graphql } from '../generated/gql'

/** Who is signed in, and whether somebody can. */
export const CuratorSession = graphql(`
  query CuratorSession {
    curatorSession { available curator { name } }
  }
`)
