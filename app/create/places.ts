import type { Box } from '#core/box'
import type { Draft } from './draft'
import { placesOf } from './found'
import type { Region, Scene } from './scene'

/** A place for one caption, as the page shows it. */
export interface Place {
  readonly id: string
  /** Counted from 1. */
  readonly number: number
  readonly box: Box
  /** Old words that stand there. */
  readonly regions: readonly Region[]
  /** Their text in one line; null without any. */
  readonly words: string | null
  /** Words that a template has had here; empty elsewhere. */
  readonly example: string
  /** The old words stay. */
  readonly kept: boolean
}

/** Words in one line. */
export const flatWords = (regions: readonly Pick<Region, 'text'>[]): string =>
  regions.map(({ text }) => text.replaceAll('\n', ' ')).join(' / ')

/** The places that the fields of a draft are for. */
export function placesIn(scene: Scene, draft: Draft): readonly Place[] {
  return placesOf(draft).flatMap(({ id, regionIds }, index): readonly Place[] => {
    const regions = scene.regions.filter((region) => regionIds.includes(region.id))
    const box = scene.boxes ? scene.boxes[index] : regions[0]
    if (!box) return []
    const staying = regions.filter((region) => draft.keptRegions.includes(region.id))
    const kept = staying.length > 0
    const words = regions.length > 0 ? flatWords(kept ? staying : regions) : null
    return [{ id, number: index + 1, box: box.box, regions, words, example: 'example' in box ? box.example : '', kept }]
  })
}

/** Old words that stand in no place: they go, unless they are kept. */
export const looseRegions = (scene: Scene, places: readonly Place[]): readonly Region[] =>
  scene.regions.filter(({ id }) => !places.some(({ regions }) => regions.some((region) => region.id === id)))
