import { graphql } from '../generated/gql'

/** Who is signed in, and whether somebody can. */
export const CuratorSession = graphql(`
  query CuratorSession {
    curatorSession { available curator { name } }
  }
`)

/** What a row of the curators' list shows. */
export const CuratedRowFields = graphql(`
  fragment CuratedRowFields on CuratedTemplate {
    id
    state
    updatedAt
    lastUsedAt
    missing { field message }
    mergedInto { id template { name } }
    template { slug name description uses animated keywords thumbnail { url width height } boxes { example } }
  }
`)

/** A page of the curators' list. */
export const CuratedTemplates = graphql(`
  query CuratedTemplates(
    $search: String
    $states: [TemplateState!]
    $neverUsed: Boolean
    $sort: CurationSort
    $first: Int!
    $after: String
  ) {
    curation {
      counts { draft published retired }
      templates(
        search: $search
        states: $states
        neverUsed: $neverUsed
        sort: $sort
        first: $first
        after: $after
      ) {
        totalCount
        edges { node { ...CuratedRowFields } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`)

/** What curators could look after: look-alikes, wishes of visitors, and the machine's state. */
export const CurationWork = graphql(`
  query CurationWork {
    curation {
      vectors { pictures fingerprinted embedded clipModel clip clipAdvice }
      emptySearches(first: 12) { words count lastSeenAt }
      recurringUploads(first: 12) { id picture { url width height } count lastSeenAt }
      duplicates(first: 40) {
        similarity
        foundBy
        older { id template { name thumbnail { url width height } } }
        newer { id template { name thumbnail { url width height } } }
      }
      mostUsed: templates(states: [PUBLISHED], neverUsed: false, sort: MOST_USED, first: 6) {
        edges { node { ...CuratedRowFields } }
      }
      neverUsed: templates(states: [PUBLISHED], neverUsed: true, sort: NEWEST, first: 6) {
        totalCount
        edges { node { ...CuratedRowFields } }
      }
    }
  }
`)

/** Words are dealt with. */
export const DismissEmptySearch = graphql(`
  mutation DismissEmptySearch($words: String!) {
    dismissEmptySearch(words: $words) {
      __typename
      ... on Problem { code message retryable }
    }
  }
`)

/** The latest memes made on this site, whoever made them. */
export const LatestMemes = graphql(`
  query LatestMemes {
    memes(first: 24) { edges { node { id url width height captions before { url } } } }
  }
`)
