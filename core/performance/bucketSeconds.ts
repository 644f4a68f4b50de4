/** Lengths, in seconds, of the steps that a chart may have: whole parts of each other, of days, and of the sums that are kept. */
export const bucketChoices = [15, 60, 300, 900, 3_600, 10_800, 21_600, 86_400] as const

/** One of them. */
export type BucketSeconds = (typeof bucketChoices)[number]

const MOST_POINTS = 125
const SHORT_SECONDS = 900

/**
 * The finest steps that give a chart at most 125 points. Steps under a minute are read from single rows, so only short times have them.
 * @param seconds length of the time shown
 */
export function bucketSecondsFor(seconds: number): BucketSeconds {
  const fits = bucketChoices.find(
    (choice) => seconds / choice <= MOST_POINTS && (choice >= 60 || seconds <= SHORT_SECONDS),
  )
  return fits ?? 86_400
}
