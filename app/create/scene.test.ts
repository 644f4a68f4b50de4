import { describe, expect, it } from 'vitest'
import { evenMeasure } from '#core/lettering/evenMeasure.testing'
import type { Analysis } from '../hooks/usePicture'
import { changeDraft, type Draft, emptyDraft } from './draft'
import { foundIn } from './foundIn'
import { looseRegions, placesIn } from './places'
import { planPreview } from './previewPlan'
import { pictureScene } from './scene'

const box = (y: number, height = 0.2) => ({ x: 0.1, y, width: 0.8, height, angle: 0 })
const image = { url: '/images/a.jpg', width: 800, height: 1000 }
const flat = { color: '#ffffff', flat: true, surface: null }

const line = (text: string, y: number, ofTemplate: boolean) => ({ text, confidence: 1, ofTemplate, box: box(y, 0.05) })
const region = (id: string, text: string, y: number, ofTemplate = false) => ({
  id,
  text,
  box: box(y, 0.05),
  lines: [line(text, y, ofTemplate)],
  background: flat,
})
const filledBox = (y: number) => ({
  box: box(y),
  font: 'NOTO_SANS' as const,
  color: '#2b1a2e',
  outlineColor: null,
  outlineWidth: 0,
  letterCase: 'AS_TYPED' as const,
  align: 'LEFT' as const,
  verticalAlign: null,
  example: 'words',
  background: flat,
})

/** Two boxes; words in the first, the template's own words, and words that stand in none. */
const analysis: Analysis = {
  uploadId: 'u',
  width: 800,
  height: 1000,
  animated: false,
  willRemoveText: true,
  picture: image,
  cleanedPicture: { ...image, url: '/images/cleaned.jpg' },
  saliency: { columns: 1, rows: 1, values: [0] },
  regions: [region('0', 'IN A BOX', 0.15), region('1', 'A SIGN', 0.45, true), region('2', 'STRAY', 0.9)],
  matches: [
    {
      template: null,
      name: 'Two Boxes',
      style: 'default',
      confidence: 0.99,
      recognised: true,
      flipped: false,
      boxes: [filledBox(0.1), filledBox(0.6)],
      boxesLeftOut: 0,
    },
  ],
  cleanTemplate: {
    picture: { ...image, url: '/images/clean.jpg', width: 400, height: 500 },
    boxes: [filledBox(0.1), filledBox(0.6)],
    saliency: { columns: 1, rows: 1, values: [0] },
  },
}

const draftOn = (seen: Analysis, values: Partial<Draft> = {}): Draft => {
  const draft = changeDraft(emptyDraft, { kind: 'found', found: foundIn(null, seen)! })
  const chosen = changeDraft(draft, { kind: 'set', values })
  return changeDraft(chosen, { kind: 'type', id: 'field-1', text: 'new' })
}
const plan = (draft: Draft, plain: Analysis | null = null) => {
  const scene = pictureScene(analysis, plain, draft)
  return { scene, plan: planPreview(scene, draft, evenMeasure, 12) }
}

describe('a recognised picture', () => {
  it('has the template’s boxes for places; the rest of its words goes or belongs to the template', () => {
    const draft = draftOn(analysis)
    const { scene, plan: drawn } = plan(draft)
    const places = placesIn(scene, draft)
    expect(places.map(({ id, words }) => [id, words])).toEqual([
      ['box-1', 'IN A BOX'],
      ['box-2', null],
    ])
    expect(looseRegions(scene, places).map(({ id }) => id)).toEqual(['2'])
    expect(scene.own.map(({ id }) => id)).toEqual(['1'])
    expect(drawn.removed).toEqual(['0', '2'])
    expect(drawn.placement.places[0]).toMatchObject({ kind: 'template', box: { yPx: 100, heightPx: 200 } })
    expect(drawn.layouts[0]).toMatchObject({ color: '#2b1a2e', outlineWidthPx: 0, lines: [{ text: 'new' }] })
  })

  it('passes over a box whose old words stay', () => {
    const draft = changeDraft(draftOn(analysis), { kind: 'toggleRegions', regionIds: ['0'] })
    const typed = changeDraft(draft, { kind: 'type', id: 'field-2', text: 'other' })
    const { scene, plan: drawn } = plan(typed)
    expect(placesIn(scene, typed)[0]).toMatchObject({ kept: true, words: 'IN A BOX' })
    expect(drawn.fields.map(({ text }) => text)).toEqual(['other'])
    expect(drawn.placement.places[0]).toMatchObject({ box: { yPx: 600 } })
  })

  it('has the old words for places when these are wanted', () => {
    const { plan: drawn } = plan(draftOn(analysis, { recognisedPlaces: 'OLD_PLACES' }))
    expect(drawn.placement.places[0]).toMatchObject({ kind: 'replaced', regionId: '0' })
  })

  it('gives way to the clean template, in its own size', () => {
    const draft = draftOn(analysis, { recognition: 'CLEAN_TEMPLATE' })
    const { scene, plan: drawn } = plan(draft)
    expect(scene).toMatchObject({
      width: 400,
      height: 500,
      picture: { url: '/images/clean.jpg' },
      regions: [],
      own: [],
    })
    expect(drawn.placement.places[0]).toMatchObject({ box: { yPx: 50 } })
  })

  it('is like any other when the template is ignored, as soon as it was looked at so', () => {
    const draft = draftOn(analysis, { recognition: 'IGNORE' })
    expect(plan(draft).scene).toMatchObject({ cleaned: null, own: [], boxes: null })
    const plain = { ...analysis, matches: [], cleanedPicture: { ...image, url: '/images/plain.jpg' } }
    const { scene, plan: drawn } = plan(draft, plain)
    expect(scene.cleaned?.url).toBe('/images/plain.jpg')
    expect(drawn.removed).toEqual(['0', '1', '2'])
  })
})

it('knows no places before it is known which template a picture shows', () => {
  expect(foundIn(null, { ...analysis, matches: null })).toBeNull()
  const unsure = analysis.matches!.map((match) => ({ ...match, recognised: false }))
  expect(foundIn(null, { ...analysis, matches: unsure })).toEqual({ kind: 'words', regions: ['0', '1', '2'] })
})
