import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { defaultStyle } from '#core/style'
import { withTestStore } from '#e2e/support/testStore'
import { restoreTemplate } from '../curation/restoreTemplate'
import { commonTags, findTemplate, pageOfTemplates } from './findTemplates'
import { pageOfChanges } from './history'
import { type NewTemplatePicture, saveTemplate, type TemplateWords } from './saveTemplate'
import { searchTemplates } from './searchTemplates'

withTestStore()

const picture = (style = 'default', frames = 1): NewTemplatePicture => ({
  style,
  sourceSha256: 'a'.repeat(64),
  file: `${'b'.repeat(64)}.jpg`,
  thumbFile: `${'c'.repeat(64)}.webp`,
  thumbWidth: 10,
  thumbHeight: 10,
  width: 100,
  height: 100,
  frames,
})

const words = (slug: string, changes: Partial<TemplateWords> = {}): TemplateWords => ({
  slug,
  name: slug,
  aliases: [],
  keywords: [],
  description: '',
  boxes: [
    { box: { x: 0, y: 0, width: 1, height: 0.2, angle: 0 }, style: defaultStyle, example: 'one does not simply' },
  ],
  source: 'drawn by us',
  licence: 'MIT',
  ...changes,
})

const published = (slug: string, changes: Partial<TemplateWords> = {}) =>
  saveTemplate({
    words: words(slug, changes),
    state: 'published',
    pictures: [picture()],
    actor: 'tester',
    action: 'create',
  })

beforeAll(async () => {
  await published('two-buttons', {
    name: 'Two Terrible Buttons',
    aliases: ['Daily Struggle'],
    keywords: ['choice', 'sweating'],
  })
  await published('exit-ramp', {
    name: 'Last Second Swerve',
    keywords: ['choice', 'car', 'highway'],
    description: 'A car leaves the road.',
  })
  await published('big-brain', { name: 'Expanding Brain', keywords: ['ladder', 'galaxy'] })
  await published('philosopher', { name: 'Philosophical Raptor', keywords: ['thinking'] })
  await saveTemplate({
    words: words('secret', { name: 'Secret Buttons' }),
    state: 'draft',
    pictures: [picture()],
    actor: 'x',
    action: 'create',
  })
})

const found = async (text: string) => {
  const hits = await searchTemplates(text, {}, [])
  return Promise.all(hits.map(async ({ id, reasons }) => ({ slug: (await findTemplate(id))!.slug, reasons })))
}

describe('searchTemplates', () => {
  it('finds by name, also by its beginning while it is typed', async () => {
    expect(await found('two te')).toEqual([{ slug: 'two-buttons', reasons: ['name'] }])
    expect((await found('expand'))[0]).toMatchObject({ slug: 'big-brain' })
  })

  it('finds by alias, keyword, description and example, and says which', async () => {
    expect((await found('daily struggle'))[0]).toMatchObject({ slug: 'two-buttons' })
    expect((await found('choice')).map(({ slug }) => slug).sort()).toEqual(['exit-ramp', 'two-buttons'])
    expect((await found('highway'))[0]).toMatchObject({
      slug: 'exit-ramp',
      reasons: expect.arrayContaining(['keywords']),
    })
    expect((await found('road'))[0]).toMatchObject({ slug: 'exit-ramp', reasons: ['description'] })
  })

  it('forgives misspelling', async () => {
    expect((await found('philosofical rapter'))[0]).toMatchObject({ slug: 'philosopher', reasons: ['spelling'] })
    expect((await found('expending brian'))[0]).toMatchObject({ slug: 'big-brain' })
  })

  it('finds nothing for nonsense, and nothing that is not published', async () => {
    expect(await found('xqzvw kkjjhh')).toEqual([])
    expect(await found('&|!():*')).toEqual([])
    expect((await found('buttons')).map(({ slug }) => slug)).toEqual(['two-buttons'])
  })
})

describe('saveTemplate', () => {
  it('does not publish without source and licence', async () => {
    await expect(published('bare', { licence: ' ' })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      details: { field: 'licence' },
    })
    await expect(published('bare', { source: '' })).rejects.toMatchObject({ details: { field: 'source' } })
    expect(await findTemplate('bare')).toBeNull()
  })

  it('keeps a history from which every state can be restored', async () => {
    const slug = `history-${randomUUID().slice(0, 8)}`
    const first = await published(slug, { name: 'First Name' })
    await saveTemplate({
      words: words(slug, { name: 'Second Name' }),
      state: 'retired',
      pictures: [picture(), picture('dark')],
      actor: 'curator',
      action: 'edit',
    })
    const history = (await pageOfChanges({ templateId: first.id }, 10, 0)).changes
    expect(history.map(({ action, actor }) => [action, actor])).toEqual([
      ['edit', 'curator'],
      ['create', 'tester'],
    ])
    await restoreTemplate(history[1]!.id, 2, 'curator')
    const restored = await findTemplate(slug)
    expect(restored).toMatchObject({ name: 'First Name', state: 'PUBLISHED' })
    expect(restored!.pictures.map(({ style }) => style)).toEqual(['default'])
    expect((await found('first name'))[0]).toMatchObject({ slug })
    expect((await pageOfChanges({ templateId: first.id }, 10, 0)).changes).toHaveLength(3)
  })

  it('keeps a picture whose bytes have not changed, and knows animations', async () => {
    const one = await published('same-picture')
    const two = await published('same-picture', { name: 'Renamed' })
    expect(two.pictures[0]!.id).toBe(one.pictures[0]!.id)
    const moving = await saveTemplate({
      words: words('same-picture'),
      state: 'published',
      pictures: [{ ...picture('default', 12), sourceSha256: 'f'.repeat(64) }],
      actor: 'x',
      action: 'edit',
    })
    expect(moving.animated).toBe(true)
    expect(moving.pictures[0]!.id).not.toBe(one.pictures[0]!.id)
  })
})

describe('lists', () => {
  it('page through published templates by filter', async () => {
    const page = await pageOfTemplates({ state: 'PUBLISHED', tags: ['choice'], boxCount: 1, animated: false }, 1, 0)
    expect(page.hasNext).toBe(true)
    const next = await pageOfTemplates({ state: 'PUBLISHED', tags: ['choice'] }, 1, 1)
    expect([page, next].flatMap(({ templates }) => templates.map(({ slug }) => slug)).sort()).toEqual([
      'exit-ramp',
      'two-buttons',
    ])
    expect((await commonTags(1))[0]).toEqual({ tag: 'choice', count: 2 })
  })
})
