import { createDraft } from '#store/curation/createDraft'
import { deleteDraft as deleteStoredDraft } from '#store/curation/deleteDraft'
import { editTemplate } from '#store/curation/editTemplate'
import { markDifferent } from '#store/curation/markDifferent'
import { mergeTemplates as mergeStored } from '#store/curation/mergeTemplates'
import { preparedPicture } from '#store/curation/preparedPicture'
import { restoreTemplate as restoreStored } from '#store/curation/restoreTemplate'
import { setState } from '#store/curation/setState'
import type { StoredTemplate } from '#store/templates/template'
import type { MutationResolvers } from '../../generated/resolvers'
import { readTemplateWords } from '../../input/templateEdit'
import { curate, curateVersion } from './curate'
import { readPictureChoices } from './pictureChoices'

const curated = (template: StoredTemplate) => ({ __typename: 'TemplateCurated', template }) as const

const states = { DRAFT: 'draft', PUBLISHED: 'published', RETIRED: 'retired' } as const

/** Each is a function of the store, done as the curator who asks. */
export const templateMutations = {
  createTemplate: (_root, { input }, context) =>
    curate(context, async ({ name: actor }) => {
      const { pictureJobId, ...words } = input
      const picture = await preparedPicture(pictureJobId, 'pictureJobId')
      return curated(await createDraft({ ...readTemplateWords(words), name: input.name }, picture, actor))
    }),

  updateTemplate: (_root, { input }, context) =>
    curate(context, async ({ name: actor }) => {
      const { id, expectedVersion, pictures, ...words } = input
      const chosen = pictures == null ? {} : { pictures: readPictureChoices(pictures) }
      return curated(await editTemplate({ id, expectedVersion, edit: readTemplateWords(words), ...chosen, actor }))
    }),

  setTemplateState: (_root, { input }, context) =>
    curate(context, async ({ name: actor }) =>
      curated(await setState({ ...input, state: states[input.state], actor })),
    ),

  mergeTemplates: (_root, { input }, context) =>
    curate(context, async ({ name: actor }) =>
      curated(await mergeStored({ ...input, movePictures: input.movePictures ?? false, actor })),
    ),

  markTemplatesDifferent: (_root, { input }, context) =>
    curate(context, async ({ name: actor }) => curated(await markDifferent(input.templateId, input.otherId, actor))),

  restoreTemplate: (_root, { input }, context) =>
    curate(context, async ({ name: actor }) =>
      curated(await restoreStored(input.changeId, input.expectedVersion, actor)),
    ),

  deleteDraft: (_root, { input }, context) =>
    curateVersion(context, async ({ name: actor }) => {
      const { id, slug, name } = await deleteStoredDraft(input.id, input.expectedVersion)
      // Its history goes with it: this line is what remains.
      context.log.info({ actor, templateId: id, slug, name }, 'a draft was deleted')
      return { __typename: 'DraftDeleted', id } as const
    }),
} satisfies MutationResolvers
