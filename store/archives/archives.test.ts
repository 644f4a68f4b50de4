import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { defaultStyle } from '#core/style'
import { unzipped, zipNamed, zipOf } from '#e2e/support/archive'
import { preparedPicture } from '#e2e/support/curatedTemplates'
import { withTestStore } from '#e2e/support/testStore'
import { putBytes } from '../files'
import { saveTemplate } from '../templates/saveTemplate'
import { exportArchive } from './exportArchive'
import { openArchive } from './openArchive'
import { sniffArchive } from './sniffArchive'
import { templatesIn } from './templatesIn'

withTestStore()

const limits = { max_archive_files: 10, max_unpacked_bytes: 10_000 }
const opened = async (bytes: Buffer, changed: Partial<typeof limits> = {}) =>
  openArchive((await putBytes('sources', bytes)).sha256, { ...limits, ...changed })

describe('openArchive', () => {
  it('lists files with their sizes, and reads them', async () => {
    const archive = await opened(await zipOf({ 'a/one.txt': 'one', 'a/b/two.txt': 'twenty-two' }))
    expect(archive.files.map(({ path, bytes }) => [path, bytes])).toEqual([
      ['a/one.txt', 3],
      ['a/b/two.txt', 10],
    ])
    expect((await archive.files[1]!.read()).toString()).toBe('twenty-two')
    archive.close()
  })

  it.each(['../outside.txt', 'a/../../outside', '/etc/passwd', 'C:/autoexec.bat'])(
    'refuses a file called %s',
    async (name) => {
      await expect(opened(await zipNamed(name))).rejects.toMatchObject({ code: 'ARCHIVE_UNSAFE' })
    },
  )

  it('refuses more files, and more bytes when unpacked, than the limits', async () => {
    const three = await zipOf({ a: 'x', b: 'x', c: 'x' })
    await expect(opened(three, { max_archive_files: 2 })).rejects.toMatchObject({ code: 'ARCHIVE_TOO_LARGE' })
    const bomb = await zipOf({ zeros: Buffer.alloc(1_000_000) })
    expect(bomb.length).toBeLessThan(2000)
    await expect(opened(bomb)).rejects.toMatchObject({ code: 'ARCHIVE_TOO_LARGE', details: { maxBytes: 10_000 } })
  })

  it('does not call an archive damaged that is not there', async () => {
    await expect(openArchive('0'.repeat(64), limits)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('unpacks no more than the directory says', async () => {
    const lying = await zipOf({ zeros: Buffer.alloc(1_000_000) })
    const size = Buffer.alloc(4)
    size.writeUInt32LE(1_000_000)
    const claimed = Buffer.alloc(4)
    claimed.writeUInt32LE(100)
    for (let at = lying.indexOf(size); at >= 0; at = lying.indexOf(size)) claimed.copy(lying, at)
    const archive = await opened(lying)
    expect(archive.files[0]!.bytes).toBe(100)
    await expect(archive.files[0]!.read()).rejects.toMatchObject({ code: 'ARCHIVE_DAMAGED' })
    archive.close()
  })

  it('refuses what is cut off, and what is locked', async () => {
    const whole = await zipOf({ 'a.txt': 'some words' })
    await expect(opened(whole.subarray(0, whole.length - 10))).rejects.toMatchObject({ code: 'ARCHIVE_DAMAGED' })
    const locked = Buffer.from(whole)
    const directory = locked.indexOf('PK\x01\x02')
    locked.writeUInt16LE(locked.readUInt16LE(directory + 8) | 1, directory + 8)
    await expect(opened(locked)).rejects.toMatchObject({ code: 'ARCHIVE_UNSAFE' })
  })
})

it('tells a .zip by its first bytes, in whatever pieces they come', async () => {
  const bytes = await zipOf({ a: 'x' })
  const pieces = async function* (all: Uint8Array, size: number) {
    for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size)
  }
  const passed: Uint8Array[] = []
  for await (const chunk of sniffArchive(pieces(bytes, 3))) passed.push(chunk)
  expect(Buffer.concat(passed)).toEqual(bytes)
  for (const other of [Buffer.from('%PDF-1.7 and so on'), Buffer.from('PK')]) {
    const read = async () => {
      for await (const _ of sniffArchive(pieces(other, 5))) expect.unreachable()
    }
    await expect(read()).rejects.toMatchObject({ code: 'NOT_AN_ARCHIVE' })
  }
})

it('counts template folders, and says when there are none', async () => {
  const stored = async (files: Parameters<typeof zipOf>[0]) => (await putBytes('sources', await zipOf(files))).sha256
  expect(
    await templatesIn(await stored({ 'x/one/config.yml': 'name: One', 'x/two/config.yml': 'name: Two' }), limits),
  ).toBe(2)
  await expect(templatesIn(await stored({ 'holiday.jpg': 'x' }), limits)).rejects.toMatchObject({
    code: 'NO_TEMPLATES_IN_ARCHIVE',
  })
})

it('exports templates as folders, those that pass the filter', async () => {
  const bytes = Buffer.from('GIF89a and what else a picture has')
  const { sha256 } = await putBytes('sources', bytes)
  const picture = { style: 'default', ...preparedPicture('x'), sourceSha256: sha256 }
  const box = { box: { x: 0, y: 0, width: 1, height: 0.5, angle: 0 }, style: defaultStyle, example: 'hm' }
  for (const [slug, state] of [
    ['shown', 'published'],
    ['hidden', 'draft'],
  ] as const) {
    const words = {
      slug,
      name: slug,
      aliases: [],
      keywords: ['one'],
      description: slug,
      boxes: [box],
      source: 's',
      licence: 'MIT',
    }
    await saveTemplate({ words, state, pictures: [picture], actor: 'test', action: 'create' })
  }
  const all = await unzipped(await buffer(exportArchive({})))
  expect(Object.keys(all).sort()).toEqual([
    'hidden/config.yml',
    'hidden/default.gif',
    'shown/config.yml',
    'shown/default.gif',
  ])
  expect(createHash('sha256').update(all['shown/default.gif']!).digest('hex')).toBe(sha256)
  expect(all['shown/config.yml']!.toString()).toContain('licence: MIT')
  expect(Object.keys(await unzipped(await buffer(exportArchive({ state: 'PUBLISHED' }))))).toHaveLength(2)
  expect(await unzipped(await buffer(exportArchive({ tags: ['none'] })))).toEqual({})
})
