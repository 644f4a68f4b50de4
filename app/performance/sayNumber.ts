const whole = new Intl.NumberFormat('en')
const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })

/** A count for people: `1,234`, `3.4M`. */
export const sayCount = (count: number): string => (count < 100_000 ? whole : short).format(count)

/** A share 0..1 in per cent: `0 %`, `0.4 %`, `12 %`. */
export function sayShare(share: number): string {
  const percent = share * 100
  if (percent === 0) return '0 %'
  if (percent < 0.1) return '< 0.1 %'
  return `${percent < 9.95 ? Number(percent.toFixed(1)) : Math.round(percent)} %`
}

/** Bytes for people: `350 MB`, `1.2 GB`; thousands, as disks and clouds count. */
export function sayBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  const value = bytes / 1000 ** step
  return `${value < 9.95 && step > 0 ? Number(value.toFixed(1)) : Math.round(value)} ${units[step]}`
}

/** A rate for people, in the unit in which it is not a fraction: `12 a second`, `3.4 a minute`, `2 an hour`. */
export function sayRate(perSecond: number): string {
  const tell = (value: number) => (value < 9.95 ? Number(value.toFixed(1)) : sayCount(Math.round(value)))
  if (perSecond >= 1) return `${tell(perSecond)} a second`
  if (perSecond * 60 >= 1) return `${tell(perSecond * 60)} a minute`
  return `${tell(perSecond * 3_600)} an hour`
}
