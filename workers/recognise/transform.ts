/**
 * Where a template's picture lies in an upload: a point (x, y) of the template, in its pixels, stands at (`scaleX`·x + `offsetX`,
 * `scaleY`·y + `offsetY`) in the upload's. Pixel centres are at halves. A mirrored template has a negative `scaleX`.
 */
export interface Transform {
  readonly scaleX: number
  readonly scaleY: number
  readonly offsetX: number
  readonly offsetY: number
}

/** Whether the upload is mirrored left to right. */
export const isFlipped = ({ scaleX }: Transform): boolean => scaleX < 0

/** The same mapping between pictures of other sizes: `template` and `upload` say how much larger each has become. */
export const rescaled = (
  transform: Transform,
  template: { readonly x: number; readonly y: number },
  upload: { readonly x: number; readonly y: number },
): Transform => ({
  scaleX: (transform.scaleX * upload.x) / template.x,
  scaleY: (transform.scaleY * upload.y) / template.y,
  offsetX: transform.offsetX * upload.x,
  offsetY: transform.offsetY * upload.y,
})
