import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { withTestStore } from '#e2e/support/testStore'
import { config } from '#store/config'
import { findTemplate } from '#store/templates/findTemplates'
import { exportDirectory } from './exportDirectory'
import { importDirectory } from './importDirectory'

withTestStore()

const root = mkdtempSync(path.join(os.tmpdir(), 'memezap-templates-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const plain = (color: string) => sharp({ create: { width: 60, height: 40, channels: 3, background: color } })

async function writeGallery(): Promise<string> {
  const gallery = path.join(root, 'gallery')
  const folder = (slug: string) => {
    mkdirSync(path.join(gallery, slug), { recursive: true })
    return (file: string, content: string | Buffer) => writeFileSync(path.join(gallery, slug, file), content)
  }
  const moving = folder('moving')
  const frames = [await plain('#f00').png().toBuffer(), await plain('#00f').png().toBuffer()]
  moving(
    'default.gif',
    await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer(),
  )
  moving('default.jpg', await plain('#f00').jpeg().toBuffer())
  moving('dark.png', await plain('#222').png().toBuffer())
  moving(
    'config.yml',
    stringify({
      name: 'Moving',
      source: 'here',
      keywords: ['x'],
      text: [{ anchor_x: 0.1, anchor_y: 0.1, angle: 5, scale_x: 0.5, scale_y: 0.3, style: 'mock' }],
      example: ['a'],
      overlay: [{ scale: 0.2 }],
    }),
  )
  folder('no-picture')('config.yml', stringify({ name: 'No picture', text: [{}] }))
  const broken = folder('broken')
  broken('default.jpg', Buffer.from('not a picture'))
  broken('config.yml', stringify({ name: 'Broken', text: [{}] }))
  return gallery
}

const options = () => ({ config: config(), newState: 'draft', licence: '', actor: 'test', dryRun: false }) as const

it('imports what it can, says what it cannot, and exports what it imported', async () => {
  const gallery = await writeGallery()
  const seen: number[] = []
  const folders = await importDirectory(gallery, { ...options(), progress: (done) => void seen.push(done) })
  expect(folders.map(({ folder, outcome }) => [folder, outcome])).toEqual([
    ['broken', 'failed'],
    ['moving', 'created'],
    ['no-picture', 'failed'],
  ])
  expect(folders[1]!.notUnderstood).toEqual(['config.yml, text 1: style "mock"'])
  expect(seen).toEqual([1, 2, 3])
  const template = await findTemplate('moving')
  expect(template).toMatchObject({ animated: true, state: 'DRAFT', boxCount: 1 })
  expect(template!.pictures.map(({ style, frames }) => [style, frames]).sort()).toEqual([
    ['dark', 1],
    ['default', 2],
    ['default.jpg', 1],
  ])

  const out = path.join(root, 'out')
  expect(await exportDirectory(out)).toEqual(['moving'])
  const original = path.join(gallery, 'moving')
  expect(readdirSync(path.join(out, 'moving')).sort()).toEqual(readdirSync(original).sort())
  for (const file of readdirSync(original)) {
    const [one, other] = [original, path.join(out, 'moving')].map((folder) => readFileSync(path.join(folder, file)))
    if (file === 'config.yml') expect(parse(other!.toString())).toMatchObject(parse(one!.toString()))
    else expect(other!.equals(one!)).toBe(true)
  }
  expect(await importDirectory(path.join(out, 'moving'), options())).toMatchObject([
    { slug: 'moving', outcome: 'unchanged' },
  ])
})
