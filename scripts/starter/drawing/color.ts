import { hexToRgb, rgbToHex } from '#core/lettering/contrast'

/** A colour between two, `part` of the way from the first to the second. */
export function mix(from: string, to: string, part: number): string {
  const [a, b] = [hexToRgb(from), hexToRgb(to)]
  const at = (channel: 0 | 1 | 2) => a[channel] + (b[channel] - a[channel]) * part
  return rgbToHex(at(0), at(1), at(2))
}

/** Darker, towards a cool dark rather than black, as shade is. */
export const darker = (color: string, part: number): string => mix(color, '#150b2e', part)

/** Lighter, towards a warm white, as lamplight is. */
export const lighter = (color: string, part: number): string => mix(color, '#fff7e6', part)
