import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { defaultStyle } from '#core/style'
import { withTestStore } from '#e2e/support/testStore'
import { config } from '#store/config'
import { database } from '#store/database'
import { fileSize } from '#store/files'
import { findTemplate } from '#store/templates/findTemplates'
import { saveTemplate } from '#store/templates/saveTemplate'
import { importDirectory } from './importDirectory'
import { seedTemplates } from './seedTemplates'

withTestStore()

const root = mkdtempSync(path.join(os.tmpdir(), 'memezap-seed-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const words = (slug: string, name: string) => ({
  slug,
  name,
  aliases: [],
  keywords: ['plain'],
  description: 'Nothing but one colour.',
  boxes: [{ box: { x: 0.1, y: 0.1, width: 0.8, height: 0.3, angle: 0 }, style: defaultStyle, example: 'words' }],
  pictures: [{ style: 'default', file: 'picture.png' }],
  source: 'own',
  licence: 'MIT',
})

async function writeFolder(slug: string, name: string, color = '#345'): Promise<void> {
  const folder = path.join(root, slug)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'template.json'), JSON.stringify(words(slug, name)))
  const picture = sharp({ create: { width: 64, height: 48, channels: 3, background: color } })
  writeFileSync(path.join(folder, 'picture.png'), await picture.png().toBuffer())
}

const seed = () => seedTemplates(root, { config: config(), progress: () => {} })
const nothing = { imported: [], kept: [], refused: [] }

/** What a curator does, under the curator's name. */
async function curate(slug: string, state: 'published' | 'retired', name: string): Promise<void> {
  const { pictures } = (await findTemplate(slug))!
  const kept = pictures.map(({ id: _, templateId: __, ...picture }) => picture)
  await saveTemplate({ words: words(slug, name), state, pictures: kept, actor: 'curator', action: 'edit' })
}

beforeAll(async () => {
  for (const slug of ['untouched', 'edited', 'retired', 'removed']) await writeFolder(slug, 'First')
})

it('publishes each folder once', async () => {
  expect([...(await seed()).imported].sort()).toEqual(['edited', 'removed', 'retired', 'untouched'])
  const template = (await findTemplate('untouched'))!
  expect(template).toMatchObject({ state: 'PUBLISHED', name: 'First', boxCount: 1 })
  expect(await fileSize('images', template.pictures[0]!.thumbFile)).toBeGreaterThan(0)
  expect(await seed()).toEqual(nothing)
  expect(await database().templateChange.count({ where: { templateId: template.id } })).toBe(1)
})

it('follows a changed folder, but never over what curators did', async () => {
  await curate('edited', 'published', 'A curator’s name')
  await curate('retired', 'retired', 'First')
  await database().template.delete({ where: { slug: 'removed' } })
  expect(await seed()).toEqual(nothing)

  for (const slug of ['untouched', 'edited', 'retired', 'removed']) await writeFolder(slug, 'Second', '#543')
  expect(await seed()).toEqual({ imported: ['untouched'], kept: ['edited', 'removed', 'retired'], refused: [] })
  expect(await findTemplate('untouched')).toMatchObject({ name: 'Second' })
  expect(await findTemplate('edited')).toMatchObject({ name: 'A curator’s name', state: 'PUBLISHED' })
  expect(await findTemplate('retired')).toMatchObject({ name: 'First', state: 'RETIRED' })
  expect(await findTemplate('removed')).toBeNull()
  expect(await seed()).toEqual(nothing)
})

it('leaves a template of the same name that somebody else made', async () => {
  await writeFolder('taken', 'Ours')
  const options = { config: config(), licence: '', actor: 'npm run templates', dryRun: false }
  await importDirectory(path.join(root, 'taken'), { ...options, newState: 'draft' })
  expect(await seed()).toMatchObject({ imported: [], kept: ['taken'] })
  expect(await findTemplate('taken')).toMatchObject({ state: 'DRAFT' })
})

it('says which folder it cannot publish, and tries it again next time', async () => {
  await writeFolder('broken', 'Broken')
  const whole = path.join(root, 'broken/picture.png')
  const aside = path.join(root, 'broken/aside')
  renameSync(whole, aside)
  const refused = [{ folder: 'broken', why: 'template.json names picture.png, which is not there' }]
  expect(await seed()).toEqual({ ...nothing, refused })
  expect(await seed()).toEqual({ ...nothing, refused })
  renameSync(aside, whole)
  expect((await seed()).imported).toEqual(['broken'])
})
