import { AppError } from '#core/errors'

/** A request that says something it may not; `field` is the input field's path. */
export const invalid = (field: string, message: string): AppError =>
  new AppError('INPUT_INVALID', message, { details: { field } })

/** @throws AppError INPUT_INVALID when a number lies outside of its range */
export function inRange(field: string, value: number, min: number, max: number): number {
  if (value >= min && value <= max) return value
  throw invalid(field, `${field} must be between ${min} and ${max}.`)
}
