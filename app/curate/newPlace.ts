import type { Box } from '#core/box'

const width = 0.6
const height = 0.16
/** Where captions of a meme mostly stand: at the top, at the bottom, then between. */
const usual = [0.03, 0.81, 0.42, 0.22, 0.61]

const overlap = (y: number, box: Box): number =>
  Math.max(0, Math.min(y + height, box.y + box.height) - Math.max(y, box.y))

/** A place for a box that is added without being drawn: the usual one that the others leave freest. */
export function newPlace(others: readonly Box[]): Box {
  const taken = (y: number) => others.reduce((sum, box) => sum + overlap(y, box), 0)
  const y = usual.reduce((best, next) => (taken(next) < taken(best) ? next : best))
  return { x: (1 - width) / 2, y, width, height, angle: 0 }
}
