import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { writeModelFolder } from '#e2e/support/clipModelFolder'
import { temporaryFolder } from '#e2e/support/temporaryFolder'
import { modelFile } from '#workers/models/clip/modelFiles'
import { copyModel } from './copyModel'
import { checksumOf } from './fileHash'
import { readManifest } from './manifest'

test('takes what a folder has, with checksums; other weights that were here go', async () => {
  const [from, directory] = [temporaryFolder(), temporaryFolder()]
  writeModelFolder(directory, { dtypes: ['int8'], seed: 1 })
  writeModelFolder(from, { dtypes: ['fp32'], seed: 2 })
  const files = await copyModel(from, directory, 'clip')
  expect(files).toContain(modelFile('vision', 'fp32'))
  expect(existsSync(path.join(directory, modelFile('vision', 'int8')))).toBe(false)
  const manifest = await readManifest(directory)
  expect(Object.keys(manifest!.files).sort()).toEqual([...files].sort())
  for (const name of files) expect(manifest!.files[name]).toEqual(await checksumOf(path.join(from, name)))
})

test('a flat folder will do', async () => {
  const [from, flat, directory] = [temporaryFolder(), temporaryFolder(), temporaryFolder()]
  writeModelFolder(from)
  for (const name of [
    modelFile('vision', 'fp32'),
    modelFile('text', 'fp32'),
    'tokenizer.json',
    'preprocessor_config.json',
  ])
    writeFileSync(path.join(flat, path.basename(name)), readFileSync(path.join(from, name)))
  await copyModel(flat, directory, 'clip')
  expect(existsSync(path.join(directory, modelFile('text', 'fp32')))).toBe(true)
})

test('says what a folder lacks, and leaves everything as it was', async () => {
  const [from, directory] = [temporaryFolder(), path.join(temporaryFolder(), 'model')]
  mkdirSync(path.join(from, 'onnx'))
  writeFileSync(path.join(from, modelFile('text', 'fp16')), '')
  await expect(copyModel(from, directory, 'clip')).rejects.toThrow(
    /lacks tokenizer\.json, preprocessor_config\.json, onnx\/vision_model_quantized\.onnx/,
  )
  expect(existsSync(directory)).toBe(false)
})
