interface StoredPictureProps {
  readonly image: { readonly url: string; readonly width: number; readonly height: number }
  readonly alt: string
}

/** A picture of the store. Content-addressed and cached for ever: no optimiser in front. */
export const StoredPicture = ({ image: { url, width, height }, alt }: StoredPictureProps) => (
  // biome-ignore lint/performance/noImgElement: see above
  <img src={url} alt={alt} width={width} height={height} loading="lazy" decoding="async" />
)
