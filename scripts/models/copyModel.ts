import { existsSync } from 'node:fs'
import { copyFile, mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { modelFile, PREPROCESSOR, TOKENIZER } from '#workers/models/clip/modelFiles'
import { checksumOf } from './fileHash'
import { type Manifest, writeManifest } from './manifest'
import { wantedFiles } from './wantedFiles'

/** A file in a folder that is laid out as on the hub, or flat. */
function found(folder: string, name: string): string | undefined {
  return [path.join(folder, name), path.join(folder, path.basename(name))].find(existsSync)
}

const dtypes = ['int8', 'fp16', 'fp32'] as const

/**
 * Takes a model from a folder: all the weights there, tokenizer and preparation. Each file is copied whole or not at all;
 * weights that were here before go, for they may be another model's.
 * @returns the names of the files
 * @throws Error that names what the folder lacks
 */
export async function copyModel(from: string, directory: string, model: string): Promise<readonly string[]> {
  const there = wantedFiles(dtypes).filter((name) => found(from, name))
  const lacks = [
    ...[TOKENIZER, PREPROCESSOR].filter((name) => !there.includes(name)),
    ...(['text', 'vision'] as const)
      .filter((tower) => !dtypes.some((dtype) => there.includes(modelFile(tower, dtype))))
      .map((tower) => modelFile(tower, 'int8')),
  ]
  if (lacks.length > 0) throw new Error(`${from} lacks ${lacks.join(', ')}`)
  for (const name of wantedFiles(dtypes))
    if (!there.includes(name)) await rm(path.join(directory, name), { force: true })
  const files: Manifest['files'] = {}
  for (const name of there) {
    const target = path.join(directory, name)
    await mkdir(path.dirname(target), { recursive: true })
    await copyFile(found(from, name)!, `${target}.partial`)
    await rename(`${target}.partial`, target)
    files[name] = await checksumOf(target)
  }
  await writeManifest(directory, { model, source: path.resolve(from), revision: 'main', files })
  return there
}
