import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { withTestStore } from '#e2e/support/testStore'
import { fileSize, getBytes, putBytes, putSourceStream, removeFile, storageDirectory } from './files'

withTestStore()

const leftovers = () => readdir(path.join(storageDirectory(), 'tmp'))

async function* chunks(...parts: string[]) {
  for (const part of parts) yield Buffer.from(part)
}

describe('files', () => {
  it('names bytes by their hash and gives them back', async () => {
    const stored = await putBytes('images', Buffer.from('picture'), 'png')
    expect(stored.name).toBe(`${createHash('sha256').update('picture').digest('hex')}.png`)
    expect((await getBytes('images', stored.name)).toString()).toBe('picture')
    expect(await putBytes('images', Buffer.from('picture'), 'png')).toEqual(stored)
    expect(await leftovers()).toEqual([])
  })

  it('stores a stream under the hash of its bytes', async () => {
    const stored = await putSourceStream(chunks('pic', 'ture'), 100)
    expect(stored).toMatchObject({ bytes: 7, sha256: createHash('sha256').update('picture').digest('hex') })
    expect(await fileSize('sources', stored.name)).toBe(7)
  })

  it('cuts a stream that passes the limit, and leaves nothing behind', async () => {
    let sent = 0
    async function* endless() {
      for (;;) {
        sent += 1
        yield Buffer.alloc(1000)
      }
    }
    await expect(putSourceStream(endless(), 5000)).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
      message: 'The file is larger than 5 kB. Choose a smaller one.',
    })
    expect(sent).toBe(6)
    expect(await leftovers()).toEqual([])
  })

  it('refuses an empty stream, and leaves nothing of one that breaks off', async () => {
    await expect(putSourceStream(chunks(), 100)).rejects.toMatchObject({ code: 'EMPTY_FILE' })
    async function* broken() {
      yield Buffer.from('half')
      throw new Error('connection lost')
    }
    await expect(putSourceStream(broken(), 100)).rejects.toThrow('connection lost')
    expect(await leftovers()).toEqual([])
  })

  it('knows what is not there', async () => {
    const { name } = await putBytes('images', Buffer.from('gone'), 'jpg')
    await removeFile('images', name)
    expect(await fileSize('images', name)).toBeNull()
  })
})
