/** A picture made ready for a template, before it has a style: as its job's row holds it. */
export interface PreparedPicture {
  /** Under sources: the bytes, with all frames. */
  readonly sourceSha256: string
  /** Name under /images: the first frame, full size. */
  readonly file: string
  readonly width: number
  readonly height: number
  /** Name under /images: a small copy. */
  readonly thumbFile: string
  readonly thumbWidth: number
  readonly thumbHeight: number
  /** 1 for a still picture. */
  readonly frames: number
}
