interface Size {
  readonly width: number
  readonly height: number
}

/** Whether two pictures can lie over each other: a bar makes one higher than the other. */
export const sameShape = (one: Size, other: Size): boolean =>
  Math.abs(one.width / one.height - other.width / other.height) < 0.01
