import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { parseConfig, projectRoot } from '#store/config'
import { imageUrl, pageUrl } from './links'

afterEach(() => vi.unstubAllEnvs())

const yaml = readFileSync(path.join(projectRoot(), 'config.yaml'), 'utf8')
const withPublicUrl = (url: string) => parseConfig(yaml, { ...process.env, MEMEZAP_SERVER__PUBLIC_URL: url })

test('links are relative, or begin with server.public_url', () => {
  expect(imageUrl('a.jpg', withPublicUrl(''))).toBe('/images/a.jpg')
  expect(pageUrl('1', withPublicUrl(''))).toBe('/memes/1')
  expect(imageUrl('a.jpg', withPublicUrl('https://memes.example/'))).toBe('https://memes.example/images/a.jpg')
  expect(pageUrl('1', withPublicUrl('https://memes.example'))).toBe('https://memes.example/memes/1')
})

test('pictures are on the CDN when there is one', () => {
  vi.stubEnv('CDN_BASE_URL', 'https://cdn.example')
  expect(imageUrl('a.jpg', withPublicUrl('https://memes.example'))).toBe('https://cdn.example/images/a.jpg')
  expect(pageUrl('1', withPublicUrl('https://memes.example'))).toBe('https://memes.example/memes/1')
})
