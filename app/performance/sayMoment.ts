/** A step's beginning, as it is written below a chart: the time of day, or the day where the chart is longer than two. */
export function sayTick(at: number, seconds: number): string {
  const long = seconds > 2 * 86_400
  return new Date(at).toLocaleString(
    [],
    long ? { day: 'numeric', month: 'short' } : { hour: '2-digit', minute: '2-digit' },
  )
}

/** A moment in full, to the second where steps are shorter than a minute. */
export const sayMoment = (at: number | string, withSeconds = false): string =>
  new Date(at).toLocaleString([], { dateStyle: 'medium', timeStyle: withSeconds ? 'medium' : 'short' })

/** The time of day to the second. */
export const sayTimeOfDay = (at: number | string): string =>
  new Date(at).toLocaleTimeString([], { timeStyle: 'medium' })
