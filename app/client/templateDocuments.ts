import { graphql } from '../generated/gql'

/** What a tile shows. */
export const TemplateCardFields = graphql(`
  fragment TemplateCardFields on Template {
    slug
    name
    animated
    description
    thumbnail { url width height }
    boxes { example }
  }
`)

/** What lettering it needs. */
export const TemplateFields = graphql(`
  fragment TemplateFields on Template {
    slug
    name
    aliases
    keywords
    description
    source
    licence
    animated
    thumbnail { url width height }
    pictures { style image { url width height } }
    boxes {
      box { x y width height angle }
      font
      color
      outlineColor
      outlineWidth
      letterCase
      align
      verticalAlign
      example
    }
  }
`)

/** A page of templates, with the reasons why a search found each. */
export const TemplatePage = graphql(`
  query TemplatePage($search: String, $tags: [String!], $first: Int!, $after: String) {
    templates(search: $search, tags: $tags, first: $first, after: $after) {
      edges { reasons node { ...TemplateCardFields } }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

/** The keywords to choose from. */
export const TemplateTags = graphql(`
  query TemplateTags {
    templateTags(first: 24) { tag count }
  }
`)

/** One template, with its places. */
export const TemplateBySlug = graphql(`
  query TemplateBySlug($slug: ID!) {
    template(slug: $slug) { ...TemplateFields }
  }
`)
