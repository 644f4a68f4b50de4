import { describe, expect, it } from 'vitest'
import { confidentLines, coveragePercent, decide } from './decide'
import type { TextLine, TextRegion } from './text'

const line = (width: number, height: number, confidence = 0.9): TextLine => ({
  text: 'words',
  box: { x: 0.1, y: 0.1, width, height, angle: 0 },
  confidence,
})
const region = (id: string, ...lines: TextLine[]): TextRegion => ({ id, text: 'words', box: lines[0]!.box, lines })
const big = region('0', line(0.8, 0.1))
const tiny = region('1', line(0.04, 0.02))

describe('decide', () => {
  it('replaces all regions that were found', () => {
    const decision = decide([big, tiny], [], 'AUTO', 0.3)
    expect(decision.replace.map(({ id }) => id)).toEqual(['0', '1'])
    expect(decision.lines).toHaveLength(2)
    expect(decision.skippedBecause).toBeNull()
  })

  it('keeps the regions that are to be kept', () => {
    expect(decide([big, tiny], ['1'], 'AUTO', 0.3).replace).toEqual([big])
    expect(decide([big], ['0'], 'AUTO', 0.3)).toMatchObject({
      replace: [],
      skippedBecause: expect.stringMatching(/kept/),
    })
  })

  it('leaves words alone that cover less than the threshold says', () => {
    expect(coveragePercent([line(0.1, 0.02)])).toBeCloseTo(0.2)
    expect(decide([tiny], [], 'AUTO', 0.3)).toMatchObject({
      lines: [],
      skippedBecause: expect.stringMatching(/0\.08 %/),
    })
    expect(decide([tiny], [], 'AUTO', 0.05).skippedBecause).toBeNull()
  })

  it('removes nothing where nothing was found, and in modes in which words stay', () => {
    expect(decide([], [], 'AUTO', 0.3).skippedBecause).toMatch(/No words/)
    expect(decide([big], [], 'OVERLAY', 0.3).replace).toEqual([])
    expect(decide([big], [], 'CAPTION_BAR', 0.3).replace).toEqual([])
  })

  it('counts only lines that were read with enough confidence', () => {
    expect(confidentLines([line(1, 1, 0.49), line(1, 1, 0.5)], 0.5)).toHaveLength(1)
  })
})
