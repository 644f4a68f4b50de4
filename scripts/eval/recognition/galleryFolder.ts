import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bitmap } from '#core/bitmap'
import { CandidateIndex, type FingerprintRow } from '#core/fingerprint/candidateIndex'
import { readPicture } from '#scripts/eval/dataset'
import { distractors } from '#scripts/eval/recognition/distractors'
import { CornerIndex, cornerKeys, type KeyedPicture } from '#workers/recognise/features/cornerIndex'
import type { TemplateGallery } from '#workers/recognise/recognise'
import { decodePrint, encodePrint } from '#workers/recognise/storedPrint'
import { describeTemplate, type TemplatePrint } from '#workers/recognise/templatePrint'

/** A gallery in memory, as the worker holds one. Its ids name pictures: `<template>/<file>`. */
export interface FolderGallery extends TemplateGallery {
  readonly ids: readonly string[]
  /** In full size. */
  picture(id: string): Promise<Bitmap>
}

/** The template that a picture's id belongs to. */
export const templateOf = (id: string): string => id.split('/')[0]!

/**
 * Reads a folder of templates in memegen's format: `<template>/default.jpg|png|gif`. Where there are several, all belong to the template; of an
 * animated one the first frame counts.
 * @param extra how many made-up templates are put beside them, to see how it goes in a larger gallery
 */
export async function readGallery(directory: string, extra = 0): Promise<FolderGallery> {
  const prints = new Map<string, TemplatePrint>()
  const rows: FingerprintRow[] = []
  const keyed: KeyedPicture[] = []
  const smalls: Bitmap[] = []
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    for (const file of await readdir(join(directory, entry.name))) {
      if (!/^default\.(jpe?g|png|gif|webp)$/.test(file)) continue
      const id = `${entry.name}/${file}`
      const { print, vectors, keys } = await describeTemplate(await readPicture(join(directory, id)))
      // As they come from the store.
      prints.set(id, decodePrint(await encodePrint(print)))
      keyed.push({ id, keys })
      smalls.push(await print.small())
      rows.push(...vectors.map((vector) => ({ id, vector })))
    }
  }
  for await (const made of distractors(smalls, extra)) {
    prints.set(made.id, made.print)
    keyed.push({ id: made.id, keys: cornerKeys(made.print.features) })
    rows.push(...made.vectors.map((vector) => ({ id: made.id, vector })))
  }
  const index = new CandidateIndex(rows)
  const corners = new CornerIndex(keyed)
  return {
    ids: [...prints.keys()],
    candidates: async (queries, count) => index.search(queries, count),
    sharing: async (features, count) => corners.search(features, count),
    print: async (id) => prints.get(id),
    picture: (id) => readPicture(join(directory, id)),
  }
}
