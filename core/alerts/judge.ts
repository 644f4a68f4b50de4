/** A figure that is watched, as it is now. */
export interface Reading {
  /** Null when there is too little to say. */
  readonly value: number | null
  /** More than this is wrong. */
  readonly threshold: number
  /** Whether there is enough to call it wrong, if it was not before. */
  readonly isSure: boolean
}

/** Under this share of the threshold a figure is calm. Between the two an alert stays as it is, open or not. */
export const CALM_SHARE = 0.8

/** A figure must be calm for so long before its alert is over. */
export const CALM_SECONDS = 60

/**
 * What a reading says: `over` opens an alert and keeps one open, `calm` begins its end, `between` changes nothing. Two borders instead of one, and a
 * time of calm, so that a figure at its border does not open and close alerts all night.
 */
export function judge({ value, threshold, isSure }: Reading, isOpen: boolean): 'over' | 'calm' | 'between' {
  if (value === null || value <= threshold * CALM_SHARE) return 'calm'
  return value > threshold && (isOpen || isSure) ? 'over' : 'between'
}
