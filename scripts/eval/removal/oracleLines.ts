import { fromPx } from '#core/box'
import type { TextLine } from '#core/text'
import type { LabelledPicture, RectanglePx } from '#scripts/eval/dataset'

/** The labels' own lines, as a perfect reader would hand them over. Labels turn counter-clockwise, our boxes clockwise. */
export function oracleLines({ captions, width, height }: LabelledPicture): readonly TextLine[] {
  return captions.flatMap((caption) =>
    caption.lines.flatMap(({ text, box }) =>
      box === null
        ? []
        : [
            {
              text,
              confidence: 1,
              box: fromPx({ ...untilted(box, text, caption.angle), angle: -caption.angle }, width, height),
            },
          ],
    ),
  )
}

/** The turned rectangle inside the upright one around it, with the same centre. */
function untilted([x, y, width, height]: RectanglePx, text: string, angle: number) {
  const cos = Math.abs(Math.cos((angle * Math.PI) / 180))
  const sin = Math.abs(Math.sin((angle * Math.PI) / 180))
  const determinant = cos * cos - sin * sin
  let widthPx = (width * cos - height * sin) / determinant
  let heightPx = (height * cos - width * sin) / determinant
  if (Math.abs(determinant) < 0.3 || widthPx <= 0 || heightPx <= 0) {
    // Near 45° the upright box does not tell width from height: a letter is about half as wide as high.
    const aspect = Math.max(1, 0.5 * text.length)
    heightPx = width / (aspect * cos + sin)
    widthPx = aspect * heightPx
  }
  return { xPx: x + (width - widthPx) / 2, yPx: y + (height - heightPx) / 2, widthPx, heightPx }
}
