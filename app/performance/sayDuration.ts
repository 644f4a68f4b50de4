/** A duration for people: `0.4 ms`, `140 ms`, `1.4 s`, `2 min 5 s`, `3 h 10 min`, `4 d 2 h`. */
export function sayDuration(ms: number): string {
  if (ms < 0.05) return '0 ms'
  if (ms < 9.95) return `${ms.toFixed(1)} ms`
  if (ms < 999.5) return `${Math.round(ms)} ms`
  const seconds = ms / 1000
  if (seconds < 9.995) return `${Number(seconds.toFixed(2))} s`
  if (seconds < 59.95) return `${Number(seconds.toFixed(1))} s`
  return two(Math.round(seconds), 60, 'min', 's') ?? two(Math.round(seconds / 60), 60, 'h', 'min') ?? days(seconds)
}

function two(small: number, per: number, large: string, unit: string): string | null {
  const count = Math.floor(small / per)
  if (count >= (large === 'h' ? 24 : 60)) return null
  const left = small % per
  return left === 0 ? `${count} ${large}` : `${count} ${large} ${left} ${unit}`
}

function days(seconds: number): string {
  const hours = Math.round(seconds / 3_600)
  return hours % 24 === 0 ? `${hours / 24} d` : `${Math.floor(hours / 24)} d ${hours % 24} h`
}
