import type { Rectangle } from '#workers/inpaint/types'

/** Rectangles that share pixels, put together until none do: what is computed as one. `members` are indexes of the given ones. */
export function joinedRegions(
  rectangles: readonly Rectangle[],
): readonly { readonly bounds: Rectangle; readonly members: readonly number[] }[] {
  let regions = rectangles
    .map((bounds, index) => ({ bounds, members: [index] as readonly number[] }))
    .filter(({ bounds }) => bounds.x1 > bounds.x0 && bounds.y1 > bounds.y0)
  for (;;) {
    const joined: typeof regions = []
    for (const region of regions) {
      const at = joined.findIndex((other) => overlap(other.bounds, region.bounds))
      const other = joined[at]
      if (other === undefined) joined.push(region)
      else joined[at] = { bounds: union(other.bounds, region.bounds), members: [...other.members, ...region.members] }
    }
    if (joined.length === regions.length) return joined
    regions = joined
  }
}

const overlap = (a: Rectangle, b: Rectangle): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1

const union = (a: Rectangle, b: Rectangle): Rectangle => ({
  x0: Math.min(a.x0, b.x0),
  y0: Math.min(a.y0, b.y0),
  x1: Math.max(a.x1, b.x1),
  y1: Math.max(a.y1, b.y1),
})
