import sharp from 'sharp'
import { featureKind } from '#workers/recognise/features/features'
import { decodeFeatures, encodeFeatures, featureBytes } from '#workers/recognise/features/storedFeatures'
import type { TemplatePrint } from '#workers/recognise/templatePrint'

/** Sizes of picture and small copy, count of features, version: 32 bits each. */
const headLength = 6 * 4
/** Enough for blocks to correlate as well as with the raw pixels. */
const quality = 92

/** A print as bytes, about 40 kB: what a database row or a file keeps. Little endian. */
export async function encodePrint(print: TemplatePrint): Promise<Uint8Array> {
  const { width, height, smallWidth, smallHeight, features } = print
  const small = await print.small()
  const jpeg = await sharp(small.data, { raw: { width: smallWidth, height: smallHeight, channels: small.channels } })
    .jpeg({ quality, chromaSubsampling: '4:4:4' })
    .toBuffer()
  const corners = encodeFeatures(features)
  const bytes = new Uint8Array(headLength + corners.length + jpeg.length)
  const view = new DataView(bytes.buffer)
  const head = [featureKind.version, width, height, smallWidth, smallHeight, features.count]
  for (const [k, value] of head.entries()) view.setUint32(k * 4, value, true)
  bytes.set(corners, headLength)
  bytes.set(jpeg, headLength + corners.length)
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
  const end = headLength + count * featureBytes
  const features = decodeFeatures(bytes.subarray(headLength, end))
  const jpeg = bytes.subarray(end)
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
