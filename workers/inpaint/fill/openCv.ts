import { createRequire } from 'node:module'

/** The few things used of opencv-wasm, whose own types are all `any`. */
interface OpenCv {
  readonly Mat: new (height?: number, width?: number, type?: number) => Mat
  readonly CV_8UC1: number
  readonly CV_8UC3: number
  readonly INPAINT_NS: number
  readonly INPAINT_TELEA: number
  inpaint(source: Mat, mask: Mat, result: Mat, radius: number, method: number): void
}

/** A matrix in WASM memory: must be deleted by hand. */
interface Mat {
  readonly data: Uint8Array
  delete(): void
}

let loading: Promise<OpenCv> | undefined

/**
 * Loads opencv-wasm 4.3, once per thread. What it exports is a thenable that resolves with itself, so awaiting it never ends: its `then` is
 * taken off as soon as the runtime is up, before any promise looks at it.
 */
export function loadOpenCv(): Promise<OpenCv> {
  loading ??= new Promise((resolve) => {
    const { cv } = createRequire(import.meta.url)('opencv-wasm') as {
      cv: OpenCv & { then?: (done: () => void) => void }
    }
    const { then } = cv
    if (then === undefined) return resolve(cv)
    then.call(cv, () => {
      delete cv.then
      resolve(cv)
    })
  })
  return loading
}

/** Radius in pixels of the neighbourhood that a made-up pixel is taken from. */
const radius = 3

/**
 * OpenCV's `inpaint` on interleaved 8-bit pixels: Navier-Stokes (Bertalmio 2001) or TELEA (2004).
 * @param hole 1 per pixel that is to be made up
 * @returns new pixels, all of them
 */
export function inpaintOpenCv(
  cv: OpenCv,
  picture: {
    readonly pixels: Uint8Array
    readonly hole: Uint8Array
    readonly width: number
    readonly height: number
    readonly channels: 3 | 4
  },
  method: 'ns' | 'telea',
): Uint8Array {
  const { pixels, hole, width, height, channels } = picture
  const mats: Mat[] = []
  const matOf = (type: number, data: Uint8Array): Mat => {
    const mat = new cv.Mat(height, width, type)
    mats.push(mat)
    mat.data.set(data)
    return mat
  }
  const filled = (type: number, data: Uint8Array): Uint8Array => {
    const result = new cv.Mat()
    mats.push(result)
    const flag = method === 'ns' ? cv.INPAINT_NS : cv.INPAINT_TELEA
    cv.inpaint(matOf(type, data), mask, result, radius, flag)
    return new Uint8Array(result.data)
  }
  const mask = matOf(
    cv.CV_8UC1,
    hole.map((value) => value * 255),
  )
  try {
    if (channels === 3) return filled(cv.CV_8UC3, pixels)
    // inpaint takes one or three channels.
    const colours = filled(
      cv.CV_8UC3,
      pixels.filter((_, i) => i % 4 !== 3),
    )
    const alphas = filled(
      cv.CV_8UC1,
      pixels.filter((_, i) => i % 4 === 3),
    )
    return pixels.map((_, i) => (i % 4 === 3 ? alphas[i >> 2]! : colours[(i >> 2) * 3 + (i % 4)]!))
  } finally {
    for (const mat of mats) mat.delete()
  }
}
