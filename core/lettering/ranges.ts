/**
 * Code points as text: `gap:length` per run of neighbours, in base 36, the gap counted from the end of the run before it; a
 * length of 1 is left out.
 */
export function encodeRanges(codePoints: readonly number[]): string {
  const sorted = [...new Set(codePoints)].sort((a, b) => a - b)
  const runs: { first: number; last: number }[] = []
  for (const codePoint of sorted) {
    const run = runs.at(-1)
    if (run !== undefined && codePoint === run.last + 1) run.last = codePoint
    else runs.push({ first: codePoint, last: codePoint })
  }
  return runs
    .map(({ first, last }, index) => {
      const gap = (first - (runs[index - 1]?.last ?? 0)).toString(36)
      return first === last ? gap : `${gap}:${(last - first + 1).toString(36)}`
    })
    .join(' ')
}

/** Code points that can be asked for by binary search. */
export interface CodePoints {
  has(codePoint: number): boolean
}

/** Reads what `encodeRanges` wrote. */
export function decodeRanges(text: string): CodePoints {
  const runs = text.split(' ')
  const firsts = new Uint32Array(runs.length)
  const lasts = new Uint32Array(runs.length)
  let last = 0
  for (const [index, run] of runs.entries()) {
    const [gap, length = '1'] = run.split(':')
    const first = last + Number.parseInt(gap!, 36)
    last = first + Number.parseInt(length, 36) - 1
    firsts[index] = first
    lasts[index] = last
  }
  return {
    has(codePoint: number): boolean {
      let low = 0
      let high = runs.length - 1
      while (low <= high) {
        const middle = (low + high) >> 1
        if (codePoint < firsts[middle]!) high = middle - 1
        else if (codePoint > lasts[middle]!) low = middle + 1
        else return true
      }
      return false
    },
  }
}

/** A CSS `unicode-range` (`U+0-7f,U+20ac`) as code points that can be asked for. */
export function rangesFromCss(unicodeRange: string): CodePoints {
  const runs = unicodeRange
    .split(',')
    .map((range) => range.trim().slice(2).split('-'))
    .map(([first, last]) => [Number.parseInt(first!, 16), Number.parseInt(last ?? first!, 16)] as const)
  return { has: (codePoint) => runs.some(([first, last]) => codePoint >= first && codePoint <= last) }
}
