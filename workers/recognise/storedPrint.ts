import sharp from 'sharp'
import { wordsPerFeature } from '#workers/recognise/features/binaryPattern'
import { type Features, featureKind } from '#workers/recognise/features/features'
import type { TemplatePrint } from '#workers/recognise/templatePrint'

/** Positions are stored in 128ths of a pixel of the small copy. */
const fraction = 128
/** Sizes of picture and small copy, count of features, version: 32 bits each. */
const headLength = 6 * 4
const featureLength = 4 + wordsPerFeature * 4
/** Enough for blocks to correlate as well as with the raw pixels. */
const quality = 92

/** A print as bytes, about 40 kB: what a database row or a file keeps. Little endian. */
export async function encodePrint(print: TemplatePrint): Promise<Uint8Array> {
  const { width, height, smallWidth, smallHeight, features } = print
  const small = await print.small()
  const jpeg = await sharp(small.data, { raw: { width: smallWidth, height: smallHeight, channels: small.channels } })
    .jpeg({ quality, chromaSubsampling: '4:4:4' })
    .toBuffer()
  const bytes = new Uint8Array(headLength + features.count * featureLength + jpeg.length)
  const view = new DataView(bytes.buffer)
  const head = [featureKind.version, width, height, smallWidth, smallHeight, features.count]
  for (const [k, value] of head.entries()) view.setUint32(k * 4, value, true)
  for (let k = 0, at = headLength; k < features.count; k++, at += featureLength) {
    view.setUint16(at, Math.round(features.x[k]! * fraction), true)
    view.setUint16(at + 2, Math.round(features.y[k]! * fraction), true)
    for (let w = 0; w < wordsPerFeature; w++) {
      view.setInt32(at + 4 + w * 4, features.words[k * wordsPerFeature + w]!, true)
    }
  }
  bytes.set(jpeg, headLength + features.count * featureLength)
  return bytes
}

/**
 * The print that `encodePrint` made. Its small copy is decoded when it is asked for.
 * @throws Error when the bytes are of another version: the template is to be described again
 */
export function decodePrint(bytes: Uint8Array): TemplatePrint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [version, width, height, smallWidth, smallHeight, count] = Array.from({ length: 6 }, (_, k) =>
    view.getUint32(k * 4, true),
  ) as [number, number, number, number, number, number]
  if (version !== featureKind.version) throw new Error(`print of version ${version}, not ${featureKind.version}`)
  const features: Features = {
    count,
    x: new Float32Array(count),
    y: new Float32Array(count),
    words: new Int32Array(count * wordsPerFeature),
  }
  for (let k = 0, at = headLength; k < count; k++, at += featureLength) {
    features.x[k] = view.getUint16(at, true) / fraction
    features.y[k] = view.getUint16(at + 2, true) / fraction
    for (let w = 0; w < wordsPerFeature; w++) {
      features.words[k * wordsPerFeature + w] = view.getInt32(at + 4 + w * 4, true)
    }
  }
  const jpeg = bytes.subarray(headLength + count * featureLength)
  return {
    width,
    height,
    smallWidth,
    smallHeight,
    features,
    small: async () => ({
      data: await sharp(jpeg).removeAlpha().raw().toBuffer(),
      width: smallWidth,
      height: smallHeight,
      channels: 3,
    }),
  }
}
