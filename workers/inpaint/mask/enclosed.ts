/** Sets what cannot be reached from the rim of the rectangle without crossing the mask (steps over edges, not corners). */
export function fillEnclosed(mask: Uint8Array, width: number, height: number): void {
  const outside = new Uint8Array(mask.length)
  const stack = new Int32Array(mask.length)
  let depth = 0
  const visit = (i: number): void => {
    if (mask[i] === 0 && outside[i] === 0) {
      outside[i] = 1
      stack[depth++] = i
    }
  }
  for (let x = 0; x < width; x++) {
    visit(x)
    visit((height - 1) * width + x)
  }
  for (let y = 0; y < height; y++) {
    visit(y * width)
    visit(y * width + width - 1)
  }
  while (depth > 0) {
    const i = stack[--depth]!
    const x = i % width
    if (x > 0) visit(i - 1)
    if (x < width - 1) visit(i + 1)
    if (i >= width) visit(i - width)
    if (i < mask.length - width) visit(i + width)
  }
  for (let i = 0; i < mask.length; i++) if (outside[i] === 0) mask[i] = 1
}
