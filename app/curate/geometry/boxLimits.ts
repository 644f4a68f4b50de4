import type { Size } from './moveBox'

/** What the API takes (`BoxInput`), in pixels of a picture: smaller can neither be held nor hold a letter. */
export const boxLimits = ({ width, height }: Size): { readonly smallest: Size; readonly largest: Size } => ({
  smallest: { width: width * 0.02, height: height * 0.02 },
  largest: { width: width * 2, height: height * 2 },
})
