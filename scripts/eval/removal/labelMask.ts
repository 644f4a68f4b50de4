import type { LabelledPicture } from '#scripts/eval/dataset'

/** How far the judged area reaches beyond the line boxes, as the data's README says. */
const dilationPx = 4

/** Per pixel: 1 in the line boxes of `captions`, each grown by 4 pixels. */
export function labelMask(captions: LabelledPicture['captions'], width: number, height: number): Uint8Array {
  const mask = new Uint8Array(width * height)
  for (const { box } of captions.flatMap((caption) => caption.lines)) {
    if (box === null) continue
    const [x, y, w, h] = box
    const right = Math.min(width, Math.ceil(x + w + dilationPx))
    for (
      let row = Math.max(0, Math.floor(y - dilationPx));
      row < Math.min(height, Math.ceil(y + h + dilationPx));
      row++
    ) {
      const left = Math.max(0, Math.floor(x - dilationPx))
      if (right > left) mask.fill(1, row * width + left, row * width + right)
    }
  }
  return mask
}
