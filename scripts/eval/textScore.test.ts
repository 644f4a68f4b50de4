import { describe, expect, test } from 'vitest'
import type { LabelledPicture } from '#scripts/eval/dataset'
import { scorePage } from '#scripts/eval/textScore'

const page = (changes: Partial<LabelledPicture> = {}): LabelledPicture => ({
  image: 'a.png',
  imagePath: 'a.png',
  clean: null,
  cleanPath: null,
  template: null,
  width: 200,
  height: 200,
  transform: { kind: 'none' },
  captions: [
    { text: 'Left words', style: 'label', angle: 0, lines: [{ text: 'Left words', box: [0, 20, 80, 20] }] },
    { text: 'RIGHT', style: 'label', angle: 0, lines: [{ text: 'RIGHT', box: [120, 0, 60, 20] }] },
  ],
  template_text: false,
  other_text: [],
  ...changes,
})
const left = { text: 'LEFT  WORDS', box: [2, 20, 78, 20] } as const
const right = { text: 'right', box: [120, 2, 60, 20] } as const
const stray = { text: 'xy', box: [0, 150, 30, 20] } as const

describe('scorePage', () => {
  test('everything right, whatever the case and the order', () => {
    expect(scorePage(page(), [right, left])).toMatchObject({ labelled: 2, hits: 2, found: 2, edits: 0, characters: 16 })
  })

  test('a missed line and a false alarm', () => {
    const score = scorePage(page(), [left, stray])
    expect(score).toMatchObject({ hits: 1, found: 2, missed: [1], falseAlarms: [1] })
    // "left words xy" for "left words right"
    expect(score.edits).toBe(5)
  })

  test("a template's own text and a screenshot's interface are no false alarms", () => {
    expect(scorePage(page({ template_text: true }), [left, right, stray])).toMatchObject({ found: 0, edits: 0 })
    const other = [{ text: 'xy', box: [0, 150, 30, 20] as const }]
    expect(scorePage(page({ other_text: other }), [left, right, stray])).toMatchObject({ found: 2, edits: 0 })
  })

  test('a box that is too loose is no hit, but its text is read', () => {
    const loose = { text: 'right', box: [90, 0, 110, 60] } as const
    expect(scorePage(page(), [left, loose])).toMatchObject({ hits: 1, missed: [1], edits: 0 })
  })

  test('without places only the text counts, in the order in which it was read', () => {
    const captions = page().captions.map((caption) => ({ ...caption, lines: [{ text: caption.text, box: null }] }))
    expect(scorePage(page({ captions }), [left, right])).toMatchObject({ labelled: 0, found: 0, edits: 0 })
  })
})
