/**
 * How many letters must be changed, added, left out or swapped with their neighbour to make one word of another (optimal string alignment, Damerau 1964).
 * @param most stops counting beyond this: the answer is then `most + 1`
 * @param unfinished `typed` may also be the beginning of `word`
 */
export function editDistance(typed: string, word: string, most: number, unfinished = false): number {
  const a = [...typed]
  const b = [...word]
  if (!unfinished && Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let above = b.map((_, j) => j)
  above.push(b.length)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(Math.min(change, above[j]! + 1, row[j - 1]! + 1, swapped ? before[j - 2]! + 1 : change))
    }
    if (Math.min(...row) > most) return most + 1
    before = above
    above = row
  }
  return Math.min(most + 1, unfinished ? Math.min(...above) : above[b.length]!)
}
