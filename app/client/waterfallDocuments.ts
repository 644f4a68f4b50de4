import { graphql } from '../generated/gql'

/** A stage of a job, or the whole job. */
export const MeasuredStepFields = graphql(`
  fragment MeasuredStepFields on MeasuredStep {
    operation
    offsetMs
    gapMs
    durationMs
    waitedMs
    ok
    errorCode
    cacheHit
    device
    model
    workerId
    rssBeforeBytes
    rssAfterBytes
    inputBytes
    outputBytes
    widthPx
    heightPx
  }
`)

/** A job as its own page shows it: what is known of it, and where its time went. */
export const JobWaterfall = graphql(`
  query JobWaterfall($id: ID!) {
    job(id: $id) {
      id
      kind
      state
      stageText
      fraction
      queuePosition
      problem { code message }
      meme { id captions }
      createdAt
      finishedAt
    }
    jobPerformance(jobId: $id) {
      attempts {
        attempt
        totalMs
        queuedMs
        job { ...MeasuredStepFields }
        steps { ...MeasuredStepFields }
      }
      profiles { thread url }
    }
  }
`)

/** Which job made a meme. */
export const JobOfMeme = graphql(`
  query JobOfMeme($memeId: ID!) {
    jobOfMeme(memeId: $memeId)
  }
`)

/** Has the next job profiled. */
export const ProfileNextJob = graphql(`
  mutation ProfileNextJob {
    profileNextJob {
      __typename
      ... on ProfileAsked { at }
      ... on Problem { code message retryable }
    }
  }
`)
