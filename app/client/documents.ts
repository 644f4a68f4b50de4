import { graphql } from '../generated/gql'

/** What is under words. */
export const BackgroundFields = graphql(`
  fragment BackgroundFields on Background { color flat surface { ...BoxFields } }
`)

/** A recognised template's place for words. */
export const FilledBoxFields = graphql(`
  fragment FilledBoxFields on FilledBox {
    box { ...BoxFields }
    font
    color
    outlineColor
    outlineWidth
    letterCase
    align
    verticalAlign
    example
    background { ...BackgroundFields }
  }
`)

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
      picture { ...ImageFields }
      cleanedPicture { ...ImageFields }
      saliency { columns rows values }
      regions {
        id
        text
        box { ...BoxFields }
        lines { text confidence ofTemplate box { ...BoxFields } }
        background { ...BackgroundFields }
      }
      matches {
        template { ...TemplateFields }
        name
        style
        confidence
        recognised
        flipped
        boxes { ...FilledBoxFields }
        boxesLeftOut
      }
      cleanTemplate {
        picture { ...ImageFields }
        boxes { ...FilledBoxFields }
        saliency { columns rows values }
      }
    }
    importReport { total done dryRun created updated unchanged failed notUnderstood }
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
    before { ...ImageFields }
    createdAt
    report {
      textFound
      placement
      animatedSource
      removal { regionsRemoved method skippedBecause }
      matches {
        name
        confidence
        recognised
        template { slug }
      }
      recognition {
        use
        name
        places
        regionsRestored
        regionsInpainted
        regionsOfTemplate
        template { slug thumbnail { ...ImageFields } }
      }
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
    status { worker waiting missing }
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
