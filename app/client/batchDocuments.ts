import { graphql } from '../generated/gql'

/** What a page shows of one meme of a batch. */
export const BatchItemFields = graphql(`
  fragment BatchItemFields on BatchItem {
    index
    job { state stageText fraction }
    meme { id url width height captions format }
    problem { code message retryable }
  }
`)

/** Asks for many memes at once. */
export const GenerateMemes = graphql(`
  mutation GenerateMemes($input: GenerateMemesInput!) {
    generateMemes(input: $input) {
      __typename
      ... on BatchTicket { batch { id } }
      ... on Problem { code message retryable }
    }
  }
`)

/** Wants what is left of a batch no more. */
export const CancelBatch = graphql(`
  mutation CancelBatch($id: ID!) {
    cancelBatch(id: $id) {
      __typename
      ... on Problem { code message retryable }
    }
  }
`)

/** Follows a batch. */
export const BatchProgress = graphql(`
  subscription BatchProgress($batchId: ID!) {
    batchProgress(batchId: $batchId) {
      batch { id total waiting running done failed fraction etaSeconds ended cancelledAt }
      changed { ...BatchItemFields }
    }
  }
`)

/** Whether a batch is still known. */
export const BatchIsThere = graphql(`
  query BatchIsThere($id: ID!) {
    batch(id: $id) { id }
  }
`)

/** How many memes may be asked for at once. */
export const MostInBatch = graphql(`
  query MostInBatch {
    limits { maxBatch }
  }
`)
