import type { TemplateFieldsFragment } from '../generated/graphql'
import { type Draft, emptyDraft } from './draft'
import { boxId } from './templateAnalysis'

/** A template's example words, as if somebody had typed them. */
export const exampleDraft = ({ boxes }: TemplateFieldsFragment): Draft => ({
  ...emptyDraft,
  fields: boxes.map(({ example }, index) => ({ id: `place-${boxId(index)}`, text: example, regionId: boxId(index) })),
})
