import type { Box } from '../box'
import type { TextLine, TextRegion } from '../text'

type Worded<Line extends TextLine> = Omit<TextRegion, 'lines'> & { readonly lines: readonly Line[] }

/**
 * Takes the lines that a recognised template's own picture has out of captions: they are part of the picture and stay. Captions that are nothing
 * else are left out; ids stay.
 */
export function withoutTemplateWords<Line extends TextLine, Region extends Worded<Line>>(
  regions: readonly (Region & Worded<Line>)[],
  isOfTemplate: (line: Line) => boolean,
): readonly Region[] {
  return regions.flatMap((region) => {
    const lines = region.lines.filter((line) => !isOfTemplate(line))
    if (lines.length === region.lines.length) return [region]
    if (lines.length === 0) return []
    const text = lines.map((line) => line.text).join('\n')
    return [{ ...region, lines, text, box: region.box.angle === 0 ? around(lines.map(({ box }) => box)) : region.box }]
  })
}

/** The upright box around some that are about upright. */
function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  const right = Math.max(...boxes.map((box) => box.x + box.width))
  const bottom = Math.max(...boxes.map((box) => box.y + box.height))
  return { x, y, width: right - x, height: bottom - y, angle: 0 }
}
