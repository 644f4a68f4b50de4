const nice = [60, 300, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, 86_400, 172_800, 432_000] as const

/**
 * Which steps of a chart are written below it: those at round times of the clock on the wall.
 * @param steps beginnings of the steps, milliseconds since 1970, rising
 * @param most how many fit
 * @param zoneMinutes what the wall's clock is ahead of UTC
 */
export function timeTicks(steps: readonly number[], most: number, zoneMinutes: number): readonly number[] {
  if (steps.length === 0) return []
  const seconds = (steps.at(-1)! - steps[0]!) / 1000
  const every = nice.find((one) => seconds / one <= most) ?? 864_000
  return steps.filter((at) => (at / 1000 + zoneMinutes * 60) % every === 0)
}
