import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, parseConfig, projectRoot } from './config'

const yaml = readFileSync(path.join(projectRoot(), 'config.yaml'), 'utf8')

describe('parseConfig', () => {
  it('reads the file that ships', () => {
    const config = parseConfig(yaml, {})
    expect(config.ocr).toEqual({
      engine: 'paddle',
      enable_cache: true,
      cache_expiry_days: 7,
      cache_size: 64,
      confidence_threshold: 0.5,
    })
    expect(config.image_processing.skip_text_removal_threshold).toBe(0.3)
  })

  it('lets the environment override a key', () => {
    const config = parseConfig(yaml, {
      MEMEZAP_OCR__ENABLE_CACHE: 'false',
      MEMEZAP_IMAGE_PROCESSING__JPEG_QUALITY: '75',
    })
    expect(config.ocr.enable_cache).toBe(false)
    expect(config.image_processing.jpeg_quality).toBe(75)
  })

  it('names the path of an unknown key, in the file and in the environment', () => {
    expect(() => parseConfig(yaml.replace('enable_cache:', 'enable_cash:'), {})).toThrow(/ocr\.enable_cash/)
    expect(() => parseConfig(yaml, { MEMEZAP_OCR__SPEED: '9' })).toThrow(/ocr\.speed: there is no such key/)
  })

  it('names the path of a missing key and of a wrong type', () => {
    expect(() => parseConfig(yaml.replace(/^ {2}jpeg_quality:.*\n/m, ''), {})).toThrow(/image_processing\.jpeg_quality/)
    expect(() => parseConfig(yaml.replace('jpeg_quality: 90', 'jpeg_quality: "high"'), {})).toThrow(
      /image_processing\.jpeg_quality/,
    )
    expect(() => parseConfig('', {})).toThrow(ConfigError)
  })

  it('refuses a silence that living workers would not survive', () => {
    expect(() => parseConfig(yaml, { MEMEZAP_QUEUE__DEAD_AFTER_SECONDS: '2' })).toThrow(
      /queue\.dead_after_seconds.*heartbeat/,
    )
  })

  it('cannot be changed after loading', () => {
    const config = parseConfig(yaml, {})
    expect(() => Object.assign(config.ocr, { enable_cache: false })).toThrow(TypeError)
  })
})
