/**
 * The connected areas (eight neighbours) of a mask's pixels that are `value`, each as the list of its pixels' indexes.
 */
export function connectedAreas(
  mask: Uint8Array,
  width: number,
  height: number,
  value = 1,
): readonly (readonly number[])[] {
  const left = mask.slice()
  const taken = value === 0 ? 1 : 0
  const areas: number[][] = []
  for (let start = 0; start < left.length; start++) {
    if (left[start] !== value) continue
    left[start] = taken
    const area = [start]
    for (let next = 0; next < area.length; next++) {
      const at = area[next]!
      const x = at % width
      const y = (at - x) / width
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          const neighbour = ny * width + nx
          if (left[neighbour] !== value) continue
          left[neighbour] = taken
          area.push(neighbour)
        }
      }
    }
    areas.push(area)
  }
  return areas
}
