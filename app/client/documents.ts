import { graphql } from '../generated/gql'

/** All that the page shows of a job. */
export const JobFields = graphql(`
  fragment JobFields on Job {
    id
    kind
    state
    stage
    stageText
    fraction
    queuePosition
    version
    analysis {
      uploadId
      width
      height
      animated
      willRemoveText
      picture { url width height }
      cleanedPicture { url width height }
      saliency { columns rows values }
      regions {
        id
        text
        box { x y width height angle }
        lines { text confidence box { x y width height angle } }
        background { color flat surface { x y width height angle } }
      }
    }
    meme { ...MemeFields }
    problem {
      code
      message
      retryable
      ... on CaptionProblem { captionIndex fitsCharacters characters }
    }
  }
`)

/** All that the page shows of a meme. */
export const MemeFields = graphql(`
  fragment MemeFields on Meme {
    id
    url
    pageUrl
    format
    width
    height
    bytes
    captions
    before { url width height }
    createdAt
    report {
      textFound
      placement
      animatedSource
      removal { regionsRemoved method skippedBecause }
      stages { stage durationMs cacheHit }
    }
  }
`)

/** Asks for a picture's words and places. */
export const AnalyzePicture = graphql(`
  mutation AnalyzePicture($input: AnalyzePictureInput!) {
    analyzePicture(input: $input) {
      __typename
      ... on JobTicket { joined fromFinishedMeme job { ...JobFields } }
      ... on Problem { code message retryable }
    }
  }
`)

/** Asks for a meme. */
export const GenerateMeme = graphql(`
  mutation GenerateMeme($input: GenerateMemeInput!) {
    generateMeme(input: $input) {
      __typename
      ... on JobTicket { joined fromFinishedMeme job { ...JobFields } }
      ... on Problem { code message retryable }
      ... on CaptionProblem { captionIndex fitsCharacters characters }
    }
  }
`)

/** Wants a job no more. */
export const CancelJob = graphql(`
  mutation CancelJob($id: ID!) {
    cancelJob(id: $id) {
      __typename
      ... on JobCancelled { job { ...JobFields } }
      ... on Problem { code message retryable }
    }
  }
`)

/** Asks how a job is, while its stream is cut. */
export const JobById = graphql(`
  query JobById($id: ID!) {
    job(id: $id) { ...JobFields }
  }
`)

/** Follows a job. */
export const MemeProgress = graphql(`
  subscription MemeProgress($jobId: ID!) {
    memeProgress(jobId: $jobId) { ...JobFields }
  }
`)

/** Whether a worker is there, and how many jobs wait. */
export const ServiceState = graphql(`
  query ServiceState {
    status { worker waiting }
  }
`)

/** What the page can refuse before it is sent. */
export const LimitsInForce = graphql(`
  query LimitsInForce {
    limits { maxUploadBytes maxPixels maxCaptions maxCaptionCharacters minFontPx }
  }
`)

/** One meme, for its page. */
export const MemeById = graphql(`
  query MemeById($id: ID!) {
    meme(id: $id) { ...MemeFields }
  }
`)

/** Which of the memes that this browser made are still there. */
export const MemesByIds = graphql(`
  query MemesByIds($ids: [ID!]!) {
    memes(first: 100, ids: $ids) { edges { node { ...MemeFields } } }
  }
`)
