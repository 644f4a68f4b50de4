/** As texts are compared: no case, spaces collapsed. */
export const comparable = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim()

/** Levenshtein's distance: insertions, deletions and replacements of characters. */
export function editDistance(a: string, b: string): number {
  const to = [...b]
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [i, character] of [...a].entries()) {
    const next = [i + 1]
    for (let j = 0; j < to.length; j++) {
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (to[j] === character ? 0 : 1)))
    }
    row = next
  }
  return row[to.length]!
}
