import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { ask } from '#e2e/support/api'
import { savedTemplate } from '#e2e/support/curatedTemplates'
import { withTestStore } from '#e2e/support/testStore'
import { database } from '#store/database'

withTestStore()

/** Pictures that nobody has described: only keywords tell. What pictures tell: workers/answers/answerQuestions.test.ts. */
const saved = (slug: string, keywords: readonly string[], state: 'published' | 'draft' = 'published') =>
  savedTemplate(slug, { keywords }, state)

let drawnId: string
let draftId: string
beforeAll(async () => {
  drawnId = (await saved('two-buttons', ['choice', 'sweat', 'panic'])).id
  await saved('exit-ramp', ['choice', 'car', 'panic'])
  await saved('crossroads', ['choice'])
  await saved('sleepy-cat', ['cat', 'bed'])
  await saved('grumpy-cat', ['cat', 'choice'])
  draftId = (await saved('secret', ['choice', 'sweat', 'panic'], 'draft')).id
})

const similar = async (variables: object) =>
  ask(
    `query ($templateId: ID, $uploadId: ID, $first: Int) {
      similarTemplates(templateId: $templateId, uploadId: $uploadId, first: $first) { similarity reasons template { slug } } }`,
    variables,
  )

describe('similarTemplates', () => {
  test('of a template: published ones that share keywords, rare ones counting more, never itself', async () => {
    const { data } = await similar({ templateId: 'two-buttons' })
    const slugs = data.similarTemplates.map(({ template }: { template: { slug: string } }) => template.slug)
    expect(slugs[0]).toBe('exit-ramp')
    expect(slugs).not.toContain('two-buttons')
    expect(slugs).not.toContain('secret')
    expect(slugs).not.toContain('sleepy-cat')
    for (const { similarity, reasons } of data.similarTemplates) {
      expect(reasons).toEqual(['keywords'])
      expect(similarity).toBeGreaterThan(0)
      expect(similarity).toBeLessThanOrEqual(0.5)
    }
    expect((await similar({ templateId: drawnId })).data).toEqual(data)
    expect((await similar({ templateId: drawnId, first: 1 })).data.similarTemplates).toEqual(
      data.similarTemplates.slice(0, 1),
    )
  })

  test('of a template by a slug that it had before', async () => {
    await database().templateRedirect.create({ data: { slug: 'two-red-buttons', templateId: drawnId } })
    expect((await similar({ templateId: 'two-red-buttons' })).data).toEqual(
      (await similar({ templateId: drawnId })).data,
    )
  })

  test.each([
    [{}, 'INPUT_INVALID'],
    [{ templateId: 'two-buttons', uploadId: randomUUID() }, 'INPUT_INVALID'],
    [{ templateId: 'two-buttons', first: 0 }, 'INPUT_INVALID'],
    [{ templateId: 'two-buttons', first: 51 }, 'INPUT_INVALID'],
    [{ templateId: 'nothing' }, 'NOT_FOUND'],
    [{ templateId: 'secret' }, 'NOT_FOUND'],
    [{ uploadId: randomUUID() }, 'UPLOAD_NOT_FOUND'],
    [{ uploadId: 'nonsense' }, 'UPLOAD_NOT_FOUND'],
  ])('refuses %j with %s', async (variables, code) => {
    const { errors } = await similar(variables)
    expect(errors?.[0]?.extensions.code).toBe(code)
  })

  test('a draft is not told apart from what is not there', async () => {
    const [draft, none] = [await similar({ templateId: draftId }), await similar({ templateId: randomUUID() })]
    expect(draft).toEqual(none)
  })
})
