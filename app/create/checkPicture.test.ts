import { describe, expect, it } from 'vitest'
import { checkFiles, checkUrl } from './checkPicture'

const file = (name: string, type: string, bytes = 10) => new File([new Uint8Array(bytes)], name, { type })

describe('a file', () => {
  it.each([
    ['a picture', [file('cat.jpg', 'image/jpeg')], undefined],
    ['a picture whose type the system does not know', [file('cat.avif', '')], undefined],
    ['none', [], 'NOT_AN_IMAGE'],
    ['two', [file('a.png', 'image/png'), file('b.png', 'image/png')], 'INPUT_INVALID'],
    ['an empty one', [file('a.png', 'image/png', 0)], 'EMPTY_FILE'],
    ['a document', [file('a.pdf', 'application/pdf')], 'NOT_AN_IMAGE'],
    ['a drawing', [file('a.svg', 'image/svg+xml')], 'NOT_AN_IMAGE'],
    ['one that is too large', [file('a.png', 'image/png', 1001)], 'FILE_TOO_LARGE'],
  ])('%s', (_name, files, code) => {
    expect(checkFiles(files, 1000)?.code).toBe(code)
  })

  it('is not refused for its size while the limit is not known', () => {
    expect(checkFiles([file('a.png', 'image/png', 1001)], null)).toBeNull()
  })
})

it.each([
  ['https://memes.example/cat.jpg', true],
  ['http://memes.example', true],
  ['ftp://memes.example/cat.jpg', false],
  ['memes.example/cat.jpg', false],
  ['javascript:alert(1)', false],
])('the address %s', (url, fine) => {
  expect(checkUrl(url) === null).toBe(fine)
})
