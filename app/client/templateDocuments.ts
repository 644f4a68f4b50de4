import { graphql } from '../generated/gql'

/** A picture to load. */
export const ImageFields = graphql(`
  fragment ImageFields on ImageFile { url width height }
`)

/** What a tile shows. */
export const TemplateCardFields = graphql(`
  fragment TemplateCardFields on Template {
    slug
    name
    animated
    description
    thumbnail { ...ImageFields }
    boxes { example }
  }
`)

/** A rectangle on a picture. */
export const BoxFields = graphql(`
  fragment BoxFields on Box { x y width height angle }
`)

/** What lettering it needs. */
export const TemplateFields = graphql(`
  fragment TemplateFields on Template {
    id
    slug
    name
    aliases
    keywords
    description
    source
    licence
    animated
    thumbnail { ...ImageFields }
    pictures { style image { ...ImageFields } thumbnail { ...ImageFields } }
    boxes {
      box { ...BoxFields }
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

/** Templates like one. */
export const SimilarTemplates = graphql(`
  query SimilarTemplates($slug: ID!) {
    similarTemplates(templateId: $slug, first: 10) { template { ...TemplateCardFields } }
  }
`)
