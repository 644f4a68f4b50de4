import { wordsPerFeature } from '#workers/recognise/features/binaryPattern'
import type { Features } from '#workers/recognise/features/features'

/** Positions are stored in 128ths of a pixel of the small copy. */
const fraction = 128

/** Of one corner: place and description. */
export const featureBytes = 4 + wordsPerFeature * 4

/** Corners as bytes, one after the other, little endian. Whoever keeps them keeps `featureKind` with them. */
export function encodeFeatures({ count, x, y, words }: Features): Uint8Array {
  const bytes = new Uint8Array(count * featureBytes)
  const view = new DataView(bytes.buffer)
  for (let k = 0, at = 0; k < count; k++, at += featureBytes) {
    view.setUint16(at, Math.round(x[k]! * fraction), true)
    view.setUint16(at + 2, Math.round(y[k]! * fraction), true)
    for (let w = 0; w < wordsPerFeature; w++) view.setInt32(at + 4 + w * 4, words[k * wordsPerFeature + w]!, true)
  }
  return bytes
}

/** The corners that `encodeFeatures` made these bytes of. */
export function decodeFeatures(bytes: Uint8Array): Features {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = Math.floor(bytes.byteLength / featureBytes)
  const features: Features = {
    count,
    x: new Float32Array(count),
    y: new Float32Array(count),
    words: new Int32Array(count * wordsPerFeature),
  }
  for (let k = 0, at = 0; k < count; k++, at += featureBytes) {
    features.x[k] = view.getUint16(at, true) / fraction
    features.y[k] = view.getUint16(at + 2, true) / fraction
    for (let w = 0; w < wordsPerFeature; w++) {
      features.words[k * wordsPerFeature + w] = view.getInt32(at + 4 + w * 4, true)
    }
  }
  return features
}
