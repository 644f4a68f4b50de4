import { graphql } from '../generated/gql'

/** Asks for the import of an archive. */
export const ImportTemplates = graphql(`
  mutation ImportTemplates($input: ImportTemplatesInput!) {
    importTemplates(input: $input) {
      __typename
      ... on JobTicket { job { ...JobFields } }
      ... on Problem { code message retryable }
    }
  }
`)

/** What became of each folder of an import. */
export const ImportedFolders = graphql(`
  query ImportedFolders($id: ID!) {
    job(id: $id) {
      importReport {
        total
        dryRun
        folders { folder slug outcome reason notUnderstood }
      }
    }
  }
`)
