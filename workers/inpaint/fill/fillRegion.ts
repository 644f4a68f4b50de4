import { fillHarmonic, type Holed } from '#workers/inpaint/fill/harmonic'
import { inpaintOpenCv, loadOpenCv } from '#workers/inpaint/fill/openCv'
import { plan, type RegionMask } from '#workers/inpaint/mask/regionMask'
import type { RemovalOptions } from '#workers/inpaint/types'
import type { WorkRegion } from '#workers/inpaint/workRegion'

/** Sweeps of the harmonic fill on every level. */
const fastSweeps = 10
const carefulSweeps = 40

/**
 * The region's pixels with all that is in the mask replaced, as floats (premultiplied like `region.pixels`). Flat places are drawn
 * first, so that fills beside them continue them.
 */
export async function fillRegion(region: WorkRegion, mask: RegionMask, options: RemovalOptions): Promise<Float32Array> {
  const { width, height, channels, pixels } = region
  const values = new Float32Array(pixels)
  const hole = new Uint8Array(width * height)
  let holes = 0
  for (let i = 0; i < hole.length; i++) {
    if (mask.plan[i] === plan.fill) {
      hole[i] = 1
      holes++
    } else if (mask.plan[i] === plan.flat) {
      for (let c = 0; c < 3; c++) values[i * channels + c] = mask.flat[i * 3 + c]!
      if (channels === 4) values[i * 4 + 3] = 255
    }
  }
  if (holes === 0) return values
  if (options.engine === 'pyramid') {
    fillHarmonic({ values, hole, width, height, channels } satisfies Holed, options.fast ? fastSweeps : carefulSweeps)
    return values
  }
  const cv = await loadOpenCv()
  const input = { pixels: Uint8Array.from(values), hole, width, height, channels }
  return Float32Array.from(inpaintOpenCv(cv, input, options.fast ? 'ns' : 'telea'))
}
