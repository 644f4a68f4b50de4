/** What the gallery page asks while somebody types. */
export const pageQuery = `query ($search: String, $tags: [String!], $boxCount: Int) {
  templates(search: $search, tags: $tags, boxCount: $boxCount, first: 40) {
    edges { reasons node { slug name animated description thumbnail { url width height } boxes { example } } }
    pageInfo { hasNextPage endCursor }
  }
}`
