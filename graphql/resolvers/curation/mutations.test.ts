import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiAdminToken, ask, askAsCurator } from '#e2e/support/api'
import { pictureJob, preparedPicture, savedTemplate } from '#e2e/support/curatedTemplates'
import { withTestStore } from '#e2e/support/testStore'
import { database } from '#store/database'

withTestStore()

beforeAll(() => {
  process.env.MEMEZAP_ADMIN_TOKEN = apiAdminToken
})
afterAll(() => {
  delete process.env.MEMEZAP_ADMIN_TOKEN
})

const result = `
  __typename
  ... on TemplateCurated { template {
    id version state wasPublished formerSlugs missing { field } mergedInto { id }
    pictures { id style frames } markedDifferent { id }
    template {
      slug name aliases keywords description source licence uses animated
      boxes { font color outlineWidth verticalAlign example box { x angle } }
    }
    history { edges { node { id action actor current fields { field before after } } } }
  } }
  ... on Problem { code message }
  ... on TemplateIssues { issues { field message } }
  ... on TemplateConflict { current { version template { name } } }
  ... on RequestProblem { field }`

const mutations = {
  createTemplate: 'CreateTemplateInput',
  updateTemplate: 'UpdateTemplateInput',
  setTemplateState: 'SetTemplateStateInput',
  mergeTemplates: 'MergeTemplatesInput',
  markTemplatesDifferent: 'MarkTemplatesDifferentInput',
  restoreTemplate: 'RestoreTemplateInput',
}

/** Runs one of the mutations as a curator. */
async function curate(name: keyof typeof mutations, input: object, actor?: string) {
  const document = `mutation ($input: ${mutations[name]}!) { ${name}(input: $input) { ${result} } }`
  const { data, errors } = await askAsCurator(document, { input }, actor)
  expect(errors).toBeUndefined()
  return data[name]
}

/** … that is to succeed. */
async function curated(name: keyof typeof mutations, input: object, actor?: string) {
  const answer = await curate(name, input, actor)
  expect(answer).toMatchObject({ __typename: 'TemplateCurated' })
  return answer.template
}

const slug = (beginning: string) => `${beginning}-${randomUUID().slice(0, 8)}`
const box = (changes = {}) => ({ box: { x: 0.1, y: 0.1, width: 0.5, height: 0.2 }, ...changes })
const actionsOf = (template: { history: { edges: { node: { action: string; actor: string } }[] } }) =>
  template.history.edges.map(({ node }) => node.action)

describe('createTemplate', () => {
  test('makes a draft of a prepared picture; all that publishing needs is still to come', async () => {
    const template = await curated('createTemplate', { pictureJobId: await pictureJob('one', 3), name: ' Ein  Café! ' })
    expect(template).toMatchObject({
      version: 1,
      state: 'DRAFT',
      wasPublished: false,
      missing: [{ field: 'description' }, { field: 'boxes' }, { field: 'source' }, { field: 'licence' }],
      pictures: [{ style: 'default', frames: 3 }],
      template: { slug: 'ein-cafe', name: 'Ein Café!', aliases: [], boxes: [], animated: true, uses: 0 },
    })
    expect(template.history.edges[0].node).toMatchObject({ action: 'create', actor: 'Ada', current: true })
  })

  test('takes all words at once, in the contract’s own values', async () => {
    const words = {
      slug: slug('whole'),
      aliases: ['Other'],
      keywords: ['x', 'x'],
      description: 'A sight.',
      boxes: [
        box({ font: 'COMIC', color: '#FF8800', outlineWidth: 0, verticalAlign: 'TOP', example: 'hi' }),
        box({ box: { x: 0.2, y: 0.5, width: 0.3, height: 0.2, angle: -12 } }),
      ],
      source: 'drawn',
      licence: 'MIT',
    }
    const { template, missing } = await curated('createTemplate', {
      pictureJobId: await pictureJob('two'),
      name: 'Whole',
      ...words,
    })
    expect(missing).toEqual([])
    expect(template).toMatchObject({ ...words, keywords: ['x'], boxes: expect.anything() })
    expect(template.boxes).toEqual([
      {
        font: 'COMIC',
        color: '#ff8800',
        outlineWidth: 0,
        verticalAlign: 'TOP',
        example: 'hi',
        box: { x: 0.1, angle: 0 },
      },
      { font: 'ANTON', color: null, outlineWidth: null, verticalAlign: null, example: '', box: { x: 0.2, angle: -12 } },
    ])
  })

  test('finds a free slug for a name, and refuses one that is taken or was', async () => {
    const name = `Twice ${randomUUID().slice(0, 8)}`
    const first = await curated('createTemplate', { pictureJobId: await pictureJob('a'), name })
    const second = await curated('createTemplate', { pictureJobId: await pictureJob('b'), name })
    expect(second.template.slug).toBe(`${first.template.slug}-2`)
    const taken = { pictureJobId: await pictureJob('c'), name, slug: first.template.slug }
    expect(await curate('createTemplate', taken)).toMatchObject({
      __typename: 'TemplateIssues',
      code: 'SLUG_TAKEN',
      issues: [{ field: 'slug', message: expect.stringContaining(name) }],
    })
    await curated('updateTemplate', { id: first.id, expectedVersion: 1, slug: slug('moved') })
    expect(await curate('createTemplate', taken)).toMatchObject({ code: 'SLUG_TAKEN' })
  })

  test('gives each of many at once a slug of its own', async () => {
    const [name, pictureJobId] = [`At Once ${randomUUID().slice(0, 8)}`, await pictureJob('many')]
    const made = await Promise.all(Array.from({ length: 5 }, () => curated('createTemplate', { pictureJobId, name })))
    expect(new Set(made.map(({ template }) => template.slug)).size).toBe(5)
  })

  test('names every field that is wrong', async () => {
    const input = { pictureJobId: await pictureJob('d'), name: '', slug: 'No Slug', boxes: [box({ color: 'red' })] }
    const answer = await curate('createTemplate', input)
    expect(answer).toMatchObject({ __typename: 'TemplateIssues', code: 'INPUT_INVALID' })
    expect(answer.issues.map(({ field }: { field: string }) => field).sort()).toEqual(['boxes.0.color', 'name', 'slug'])
  })

  test('needs a picture that is ready', async () => {
    const waiting = await pictureJob('waiting')
    await database().job.update({ where: { id: waiting }, data: { state: 'RUNNING', templatePicture: {} } })
    for (const pictureJobId of [waiting, randomUUID(), 'nonsense'])
      expect(await curate('createTemplate', { pictureJobId, name: 'X' })).toMatchObject({
        code: 'INPUT_INVALID',
        issues: [{ field: 'pictureJobId' }],
      })
  })
})

describe('updateTemplate', () => {
  test('changes what is said and keeps the rest, with the change in the history', async () => {
    const { id } = await savedTemplate(slug('edit'), { keywords: ['kept'] })
    const template = await curated('updateTemplate', { id, expectedVersion: 1, name: 'New', licence: null }, 'Grace')
    expect(template).toMatchObject({ version: 2, template: { name: 'New', keywords: ['kept'], licence: 'MIT' } })
    expect(template.history.edges[0].node).toMatchObject({
      action: 'edit',
      actor: 'Grace',
      fields: [{ field: 'name', after: 'New' }],
    })
  })

  test('tells when somebody else was faster, and changes nothing then', async () => {
    const { id } = await savedTemplate(slug('race'))
    await curated('updateTemplate', { id, expectedVersion: 1, name: 'Mine' })
    expect(await curate('updateTemplate', { id, expectedVersion: 1, name: 'Yours' })).toMatchObject({
      __typename: 'TemplateConflict',
      code: 'TEMPLATE_CHANGED',
      current: { version: 2, template: { name: 'Mine' } },
    })
    const both = await Promise.all(
      ['A', 'B', 'C'].map((name) => curate('updateTemplate', { id, expectedVersion: 2, name })),
    )
    const kinds = both.map(({ __typename }) => __typename).sort()
    expect(kinds).toEqual(['TemplateConflict', 'TemplateConflict', 'TemplateCurated'])
  })

  test('leaves no entry when nothing changes', async () => {
    const { id, name } = await savedTemplate(slug('same'))
    const template = await curated('updateTemplate', { id, expectedVersion: 1, name })
    expect(template.version).toBe(1)
    expect(actionsOf(template)).toEqual(['create'])
  })

  test('a new slug leaves the old one leading to the template', async () => {
    const [first, second] = [slug('first'), slug('second')]
    const { id } = await savedTemplate(first, {}, 'published')
    const renamed = await curated('updateTemplate', { id, expectedVersion: 1, slug: second })
    expect(renamed.formerSlugs).toEqual([first])
    expect((await ask(`{ template(slug: "${first}") { slug } }`)).data.template).toEqual({ slug: second })
    const { data } = await askAsCurator(`{ curation { template(id: "${first}") { id } } }`)
    expect(data.curation.template).toEqual({ id })
    const back = await curated('updateTemplate', { id, expectedVersion: 2, slug: first })
    expect(back.formerSlugs).toEqual([second])
  })

  test('a published one keeps what publishing needs', async () => {
    const { id } = await savedTemplate(slug('public'), {}, 'published')
    expect(await curate('updateTemplate', { id, expectedVersion: 1, boxes: [], source: ' ' })).toMatchObject({
      __typename: 'TemplateIssues',
      code: 'NOT_READY_TO_PUBLISH',
      issues: [{ field: 'boxes' }, { field: 'source' }],
    })
  })

  test('adds, renames and takes away pictures; one that stays keeps its row', async () => {
    const { id, pictures } = await savedTemplate(slug('pictures'))
    const [own] = pictures
    const kept = { style: 'default', pictureId: own!.id }
    const added = { style: 'Dark mode', pictureJobId: await pictureJob('dark', 5) }
    const two = await curated('updateTemplate', { id, expectedVersion: 1, pictures: [kept, added] })
    expect(two.pictures).toEqual([
      { id: own!.id, style: 'default', frames: 1 },
      { id: expect.any(String), style: 'Dark mode', frames: 5 },
    ])
    expect(two.template.animated).toBe(true)
    const swapped = [
      { style: 'default', pictureId: two.pictures[1].id },
      { style: 'light', pictureId: own!.id },
    ]
    const turned = await curated('updateTemplate', { id, expectedVersion: 2, pictures: swapped })
    expect(turned.pictures).toMatchObject([
      { style: 'default', frames: 5 },
      { style: 'light', frames: 1 },
    ])
    expect(turned.history.edges[0].node.fields.map(({ field }: { field: string }) => field)).toEqual(['pictures'])
  })

  test.each<[string, (own: string) => object[], string]>([
    ['no default picture', (pictureId) => [{ style: 'dark', pictureId }], 'pictures'],
    ['no picture', () => [], 'pictures'],
    [
      'a name twice',
      (pictureId) => [
        { style: 'default', pictureId },
        { style: 'default', pictureId },
      ],
      'pictures.1.style',
    ],
    [
      'a name that is none',
      (pictureId) => [
        { style: 'default', pictureId },
        { style: '../x', pictureId },
      ],
      'pictures.1.style',
    ],
    ['another’s picture', () => [{ style: 'default', pictureId: randomUUID() }], 'pictures.0.pictureId'],
    ['neither a picture nor a job', () => [{ style: 'default' }], 'pictures.0'],
    ['no such job', () => [{ style: 'default', pictureJobId: randomUUID() }], 'pictures.0.pictureJobId'],
  ])('refuses %s', async (_what, pictures, field) => {
    const template = await savedTemplate(slug('wrong'))
    const input = { id: template.id, expectedVersion: 1, pictures: pictures(template.pictures[0]!.id) }
    expect(await curate('updateTemplate', input)).toMatchObject({ code: 'INPUT_INVALID', issues: [{ field }] })
  })

  test('answers NOT_FOUND for what does not exist', async () => {
    for (const id of [randomUUID(), 'nonsense'])
      expect(await curate('updateTemplate', { id, expectedVersion: 1, name: 'X' })).toMatchObject({
        __typename: 'RequestProblem',
        code: 'NOT_FOUND',
        field: 'id',
      })
  })
})

describe('setTemplateState', () => {
  const state = (id: string, expectedVersion: number, to: string) =>
    curate('setTemplateState', { id, expectedVersion, state: to })

  test('publishes, retires, and makes a draft again', async () => {
    const name = slug('states')
    const { id } = await savedTemplate(name)
    const isPublic = async () => (await ask(`{ template(slug: "${name}") { slug } }`)).data.template !== null
    expect(await isPublic()).toBe(false)
    expect((await state(id, 1, 'PUBLISHED')).template).toMatchObject({
      state: 'PUBLISHED',
      wasPublished: true,
      version: 2,
    })
    expect(await isPublic()).toBe(true)
    expect((await state(id, 2, 'PUBLISHED')).template.version).toBe(2)
    expect((await state(id, 2, 'RETIRED')).template.state).toBe('RETIRED')
    expect(await isPublic()).toBe(false)
    const { template } = await state(id, 3, 'DRAFT')
    expect(template).toMatchObject({ state: 'DRAFT', wasPublished: true })
    expect(actionsOf(template)).toEqual(['unpublish', 'retire', 'publish', 'create'])
    expect(await state(id, 3, 'PUBLISHED')).toMatchObject({ __typename: 'TemplateConflict' })
  })

  test('does not publish what is not ready, and names all that is missing', async () => {
    const nothing = { description: '', boxes: [], source: '', licence: ' ' }
    const { id } = await savedTemplate(slug('bare'), nothing)
    const answer = await state(id, 1, 'PUBLISHED')
    expect(answer).toMatchObject({ __typename: 'TemplateIssues', code: 'NOT_READY_TO_PUBLISH' })
    expect(answer.issues.map(({ field }: { field: string }) => field)).toEqual([
      'description',
      'boxes',
      'source',
      'licence',
    ])
  })

  test('does not retire what was never published', async () => {
    const { id } = await savedTemplate(slug('never'))
    expect(await state(id, 1, 'RETIRED')).toMatchObject({ __typename: 'RequestProblem', code: 'WRONG_STATE' })
  })
})

describe('mergeTemplates', () => {
  const merge = (keepId: string, dropId: string, changes = {}) =>
    curate('mergeTemplates', { keepId, keepVersion: 1, dropId, dropVersion: 1, ...changes })

  test('brings names, keywords and uses together; the other leads to the one that stays', async () => {
    const [keepSlug, dropSlug] = [slug('keep'), slug('drop')]
    const keep = await savedTemplate(
      keepSlug,
      { name: 'Two Buttons', aliases: ['Choice'], keywords: ['x'] },
      'published',
    )
    const names = { name: 'Daily Struggle', aliases: ['choice', 'two buttons', 'Sweat'], keywords: ['X', 'y'] }
    const drop = await savedTemplate(dropSlug, names, 'published')
    await database().template.update({ where: { id: keep.id }, data: { uses: 3 } })
    const lastUsedAt = new Date('2026-01-02T03:04:05Z')
    await database().template.update({ where: { id: drop.id }, data: { uses: 4, lastUsedAt } })

    const { template } = await merge(keep.id, drop.id)
    expect(template).toMatchObject({
      id: keep.id,
      formerSlugs: [dropSlug],
      pictures: [{ style: 'default' }],
      template: { aliases: ['Choice', 'Daily Struggle', 'Sweat'], keywords: ['x', 'y'], uses: 7 },
    })
    expect((await database().template.findUniqueOrThrow({ where: { id: keep.id } })).lastUsedAt).toEqual(lastUsedAt)
    expect((await ask(`{ template(slug: "${dropSlug}") { slug } }`)).data.template).toEqual({ slug: keepSlug })
    expect((await ask(`{ template(slug: "${drop.id}") { slug } }`)).data.template).toEqual({ slug: keepSlug })

    const { data } = await askAsCurator(
      `{ curation { template(id: "${dropSlug}") { state template { uses } mergedInto { id } history { edges { node { action } } } } } }`,
    )
    expect(data.curation.template).toMatchObject({
      state: 'RETIRED',
      mergedInto: { id: keep.id },
      template: { uses: 0 },
    })
    expect(data.curation.template.history.edges[0].node.action).toBe(`merge into ${keepSlug}`)

    const generate = `mutation { generateMeme(input: { source: { templateId: "${dropSlug}" }, captions: ["hi"] }) {
      ... on JobTicket { job { id } } } }`
    const { job } = (await ask(generate)).data.generateMeme
    const { payload } = await database().job.findUniqueOrThrow({ where: { id: job.id } })
    expect(payload).toMatchObject({ source: { templateId: keep.id } })

    // Through two merges, too.
    const third = await savedTemplate(slug('third'), {}, 'published')
    await merge(third.id, keep.id, { dropVersion: 2 })
    const led = await ask(`{ template(slug: "${dropSlug}") { slug } }`)
    expect(led.data.template.slug).toBe(third.slug)
  })

  test('moves pictures when that is asked, under names that are free', async () => {
    const keep = await savedTemplate(slug('keep'))
    const drop = await savedTemplate(slug('drop'))
    const { template } = await merge(keep.id, drop.id, { movePictures: true })
    expect(template.pictures.map(({ style }: { style: string }) => style)).toEqual(['default', drop.slug])
  })

  test('a restored one is its own again', async () => {
    const keep = await savedTemplate(slug('keep'), {}, 'published')
    const drop = await savedTemplate(slug('drop'), {}, 'published')
    await merge(keep.id, drop.id)
    const change = await database().templateChange.findFirstOrThrow({
      where: { templateId: drop.id, action: 'create' },
    })
    const restored = await curated('restoreTemplate', { changeId: change.id, expectedVersion: 2 })
    expect(restored).toMatchObject({ state: 'PUBLISHED', mergedInto: null })
    expect((await ask(`{ template(slug: "${drop.slug}") { slug } }`)).data.template).toEqual({ slug: drop.slug })
  })

  test('refuses what would take a template away from people, or is no merge', async () => {
    const draft = await savedTemplate(slug('draft'))
    const published = await savedTemplate(slug('published'), {}, 'published')
    const retired = await savedTemplate(slug('retired'), {}, 'retired')
    expect(await merge(draft.id, published.id)).toMatchObject({ code: 'WRONG_STATE' })
    expect(await merge(retired.id, draft.id)).toMatchObject({ code: 'WRONG_STATE' })
    expect(await merge(draft.id, draft.id)).toMatchObject({ code: 'INPUT_INVALID', field: 'dropId' })
    expect(await merge(draft.id, randomUUID())).toMatchObject({ code: 'NOT_FOUND' })
    expect(await merge(published.id, draft.id, { dropVersion: 7 })).toMatchObject({
      __typename: 'TemplateConflict',
      current: { template: { name: draft.name } },
    })
    expect((await database().template.findUniqueOrThrow({ where: { id: published.id } })).version).toBe(1)
  })
})

describe('markTemplatesDifferent', () => {
  test('is remembered for both, once', async () => {
    const [one, other] = [await savedTemplate(slug('one')), await savedTemplate(slug('other'))]
    const [a, b] = [one.pictures[0]!.id, other.pictures[0]!.id].sort()
    await database().$executeRaw`insert into template_likeness (picture_a, picture_b, how, confidence)
      values (${a}::uuid, ${b}::uuid, 'fingerprint+alignment', 0.9)`
    const duplicates = `{ curation {
      duplicates { older { id } newer { id } similarity foundBy }
      template(id: "${one.id}") { duplicates { template { id } foundBy } duplicatesKnown } } }`
    const before = (await askAsCurator(duplicates)).data.curation
    expect(before.duplicates).toEqual([
      { older: { id: one.id }, newer: { id: other.id }, similarity: expect.closeTo(0.9), foundBy: 'FINGERPRINT' },
    ])
    expect(before.template).toEqual({
      duplicates: [{ template: { id: other.id }, foundBy: 'FINGERPRINT' }],
      duplicatesKnown: false,
    })

    const pair = { templateId: one.id, otherId: other.id }
    const marked = await curated('markTemplatesDifferent', pair)
    expect(marked).toMatchObject({ version: 1, markedDifferent: [{ id: other.id }] })
    expect(actionsOf(marked)).toEqual([`mark different from ${other.slug}`, 'create'])
    const again = await curated('markTemplatesDifferent', { templateId: other.id, otherId: one.id })
    expect(again.markedDifferent).toEqual([{ id: one.id }])
    expect(actionsOf(again)).toHaveLength(2)
    const after = (await askAsCurator(duplicates)).data.curation
    expect([after.duplicates, after.template.duplicates]).toEqual([[], []])
  })

  test('needs two templates', async () => {
    const { id } = await savedTemplate(slug('alone'))
    const mark = (otherId: string) => curate('markTemplatesDifferent', { templateId: id, otherId })
    expect(await mark(id)).toMatchObject({ code: 'INPUT_INVALID' })
    expect(await mark(randomUUID())).toMatchObject({ code: 'NOT_FOUND' })
    expect(await mark('nonsense')).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('restoreTemplate', () => {
  test('brings words, pictures and slug back', async () => {
    const first = slug('was')
    const { id } = await savedTemplate(first, { name: 'Was' })
    const pictures = [{ style: 'default', pictureJobId: await pictureJob('other') }]
    const renamed = slug('is')
    await curated('updateTemplate', { id, expectedVersion: 1, name: 'Is', slug: renamed, pictures })
    const { data } = await askAsCurator(
      `{ curation { changes(templateId: "${id}") { edges { node { id current fields { field } } } } } }`,
    )
    const [edit, create] = data.curation.changes.edges.map(({ node }: { node: object }) => node)
    expect(edit).toMatchObject({ current: true, fields: [{ field: 'name' }, { field: 'slug' }, { field: 'pictures' }] })
    expect(create.current).toBe(false)

    const restored = await curated('restoreTemplate', { changeId: create.id, expectedVersion: 2 })
    expect(restored).toMatchObject({ version: 3, formerSlugs: [renamed], template: { name: 'Was', slug: first } })
    const row = await database().templatePicture.findFirstOrThrow({ where: { templateId: id } })
    expect(row.sourceSha256).toBe(preparedPicture(first).sourceSha256)
    const currents = restored.history.edges.map(({ node }: { node: { current: boolean } }) => node.current)
    expect(currents).toEqual([true, false, true])
  })

  test('brings back what an import said that we have no words for', async () => {
    const { id } = await savedTemplate(slug('imported'))
    const create = await database().templateChange.findFirstOrThrow({ where: { templateId: id, action: 'create' } })
    const first = { name: 'Imported', text: [], overlay: [{ scale: 1 }] }
    const change = await database().templateChange.create({
      data: {
        ...create,
        id: randomUUID(),
        before: create.after as object,
        action: 'import',
        after: { ...(create.after as object), imported: first },
      },
    })
    await database().template.update({ where: { id }, data: { imported: { ...first, overlay: [] } } })
    const imported = async () => (await database().template.findUniqueOrThrow({ where: { id } })).imported
    await curated('restoreTemplate', { changeId: change.id, expectedVersion: 1 })
    expect(await imported()).toEqual(first)
    await curated('restoreTemplate', { changeId: create.id, expectedVersion: 2 })
    expect(await imported()).toBeNull()
  })

  test('does not take a slug from another, nor overrun a change', async () => {
    const first = slug('mine')
    const { id } = await savedTemplate(first)
    await curated('updateTemplate', { id, expectedVersion: 1, slug: slug('gone') })
    await database().templateRedirect.delete({ where: { slug: first } })
    await savedTemplate(first)
    const change = await database().templateChange.findFirstOrThrow({ where: { templateId: id, action: 'create' } })
    const restore = (expectedVersion: number, changeId = change.id) =>
      curate('restoreTemplate', { changeId, expectedVersion })
    expect(await restore(2)).toMatchObject({ __typename: 'TemplateIssues', code: 'SLUG_TAKEN' })
    expect(await restore(1)).toMatchObject({ __typename: 'TemplateConflict' })
    expect(await restore(2, randomUUID())).toMatchObject({ code: 'NOT_FOUND', field: 'changeId' })
  })
})

describe('deleteDraft', () => {
  const remove = async (id: string, expectedVersion = 1) => {
    const document = `mutation ($input: DeleteDraftInput!) { deleteDraft(input: $input) {
      __typename ... on DraftDeleted { id } ... on Problem { code } } }`
    return (await askAsCurator(document, { input: { id, expectedVersion } })).data.deleteDraft
  }

  test('deletes what was never published, and nothing else', async () => {
    const { id } = await savedTemplate(slug('away'))
    expect(await remove(id, 2)).toMatchObject({ __typename: 'TemplateConflict' })
    expect(await remove(id)).toEqual({ __typename: 'DraftDeleted', id })
    expect(await database().templateChange.count({ where: { templateId: id } })).toBe(0)
    expect(await remove(id)).toMatchObject({ code: 'NOT_FOUND' })

    const published = await savedTemplate(slug('stays'), {}, 'published')
    expect(await remove(published.id)).toMatchObject({ code: 'WRONG_STATE' })
    await curated('setTemplateState', { id: published.id, expectedVersion: 1, state: 'DRAFT' })
    expect(await remove(published.id, 2)).toMatchObject({ code: 'WRONG_STATE' })
  })
})
