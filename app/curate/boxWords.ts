import type { BoxPx } from '#core/box'

const whole = (value: number): string => String(Math.round(value))

/** A box in words, for who hears the page: what it is and where. */
export function boxWords(box: BoxPx, number: number, count: number, example: string): string {
  const words = example.trim() === '' ? '' : `, “${example.trim()}”`
  const turn = box.angle === 0 ? '' : `, turned ${box.angle} degrees`
  const place = `${whole(box.xPx)} from the left, ${whole(box.yPx)} from the top`
  return `Box ${number} of ${count}${words}: ${place}, ${whole(box.widthPx)} by ${whole(box.heightPx)} pixels${turn}`
}
