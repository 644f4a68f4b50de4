import { graphql } from '../generated/gql'

/** Another template that looks like this one. */
export const LookAlikeFields = graphql(`
  fragment LookAlikeFields on CuratedTemplate {
    id
    state
    version
    template { slug name uses description boxes { example } pictures { image { url width height } } }
  }
`)

/** All that the editor shows of a template. */
export const CuratedTemplateFields = graphql(`
  fragment CuratedTemplateFields on CuratedTemplate {
    id
    state
    version
    createdAt
    updatedAt
    lastUsedAt
    wasPublished
    formerSlugs
    mergedInto { id template { slug name } }
    missing { field message }
    duplicatesKnown
    duplicates { similarity foundBy template { ...LookAlikeFields } }
    markedDifferent { id template { name } }
    pictures {
      id
      style
      frames
      fingerprinted
      embedded
      image { url width height }
      thumbnail { url width height }
    }
    template {
      slug
      name
      aliases
      keywords
      description
      source
      licence
      uses
      animated
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
  }
`)

/** One template of any state. */
export const CuratedTemplateById = graphql(`
  query CuratedTemplateById($id: ID!) {
    curation { template(id: $id) { ...CuratedTemplateFields } }
  }
`)

/** What may change of a template while it is looked at: what the worker finds out about its pictures. */
export const CuratedTemplateProgress = graphql(`
  query CuratedTemplateProgress($id: ID!) {
    curation {
      template(id: $id) {
        version
        duplicatesKnown
        duplicates { similarity foundBy template { ...LookAlikeFields } }
        pictures { id fingerprinted embedded }
      }
    }
  }
`)

/** Who changed what on a template. */
export const TemplateHistory = graphql(`
  query TemplateHistory($id: ID!, $after: String) {
    curation {
      changes(templateId: $id, first: 15, after: $after) {
        edges { node { id action actor at current fields { field before after } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`)

/** Finds a template to merge with by its name. */
export const FindCurated = graphql(`
  query FindCurated($search: String!) {
    curation { templates(search: $search, first: 8) { edges { node { ...LookAlikeFields } } } }
  }
`)

/** Makes a picture ready for a template. */
export const MakeTemplatePicture = graphql(`
  mutation MakeTemplatePicture($input: MakeTemplatePictureInput!) {
    makeTemplatePicture(input: $input) {
      __typename
      ... on JobTicket { job { ...JobFields } }
      ... on Problem { code message retryable }
    }
  }
`)

/** The picture that a job made ready. */
export const PreparedPictureOf = graphql(`
  query PreparedPictureOf($id: ID!) {
    job(id: $id) { templatePicture { frames image { url width height } thumbnail { url width height } } }
  }
`)

/** What every change of a template answers. */
export const CurateResultFields = graphql(`
  fragment CurateResultFields on CurateTemplateResult {
    __typename
    ... on TemplateCurated { template { ...CuratedTemplateFields } }
    ... on TemplateIssues { issues { field message } }
    ... on TemplateConflict { current { ...CuratedTemplateFields } }
    ... on Problem { code message retryable }
  }
`)

/** A new draft. */
export const CreateTemplate = graphql(`
  mutation CreateTemplate($input: CreateTemplateInput!) {
    createTemplate(input: $input) { ...CurateResultFields }
  }
`)

/** Changes words, boxes or pictures. */
export const UpdateTemplate = graphql(`
  mutation UpdateTemplate($input: UpdateTemplateInput!) {
    updateTemplate(input: $input) { ...CurateResultFields }
  }
`)

/** Publishes, retires, or makes it a draft again. */
export const SetTemplateState = graphql(`
  mutation SetTemplateState($input: SetTemplateStateInput!) {
    setTemplateState(input: $input) { ...CurateResultFields }
  }
`)

/** Makes one template of two. */
export const MergeTemplates = graphql(`
  mutation MergeTemplates($input: MergeTemplatesInput!) {
    mergeTemplates(input: $input) { ...CurateResultFields }
  }
`)

/** Two that look alike are not the same. */
export const MarkTemplatesDifferent = graphql(`
  mutation MarkTemplatesDifferent($input: MarkTemplatesDifferentInput!) {
    markTemplatesDifferent(input: $input) { ...CurateResultFields }
  }
`)

/** Brings an earlier state back. */
export const RestoreTemplate = graphql(`
  mutation RestoreTemplate($input: RestoreTemplateInput!) {
    restoreTemplate(input: $input) { ...CurateResultFields }
  }
`)

/** Deletes a draft for good. */
export const DeleteDraft = graphql(`
  mutation DeleteDraft($input: DeleteDraftInput!) {
    deleteDraft(input: $input) {
      __typename
      ... on TemplateConflict { current { ...CuratedTemplateFields } }
      ... on Problem { code message retryable }
    }
  }
`)
