import os from 'node:os'
import sharp, { type Metadata } from 'sharp'
import type { Bitmap } from '#core/bitmap'
import type { Config } from '#core/config'
import { AppError } from '#core/errors'
import { createPool } from '../kinds/pool'
import type { DecodedPicture } from '../pictureCache'
import type { PixelRoom } from '../pixelGate'
import type { StageNote } from '../step'
import { dropOpaqueAlpha } from './dropOpaqueAlpha'

/** What libvips calls the loaders of the formats that we accept. All others stay blocked: SVG and PDF are programs, not pictures. */
const LOADERS = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif', 'Tiff'].map((name) => `VipsForeignLoad${name}`)
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: LOADERS })
// Each picture is decoded once and kept by our own cache; libvips' would hold memory for nothing.
sharp.cache(false)

/**
 * Decoding fills a core each; more at once than cores would only take memory: libvips holds a WebP five times meanwhile, 17 MB of 1200 × 1000 pixels.
 * libuv has four threads for it.
 */
const decoding = createPool(Math.min(4, os.availableParallelism()))

type Limits = Pick<Config['limits'], 'max_pixels'> & Pick<Config['image_processing'], 'max_result_dimension'>

/** What a picture says of itself, without decoding it. A signature that sharp does not know, or one whose loader is blocked, has no format. @throws AppError */
export async function readHeader(bytes: Buffer): Promise<Metadata & { width: number; height: number }> {
  if (bytes.byteLength === 0) throw new AppError('EMPTY_FILE')
  try {
    const header = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (header.width && header.height) return header
  } catch (cause) {
    throw new AppError(looksLikePicture(bytes) ? 'IMAGE_DAMAGED' : 'NOT_AN_IMAGE', undefined, { cause })
  }
  throw new AppError('NOT_AN_IMAGE')
}

/** First bytes of the formats we accept: tells a damaged picture from something else. */
function looksLikePicture(bytes: Buffer): boolean {
  const start = bytes.toString('latin1', 0, 12)
  return (
    start.startsWith('\xff\xd8\xff') ||
    start.startsWith('\x89PNG\r\n\x1a\n') ||
    start.startsWith('GIF8') ||
    (start.startsWith('RIFF') && start.endsWith('WEBP')) ||
    start.slice(4, 8) === 'ftyp' ||
    start.startsWith('II*\0') ||
    start.startsWith('MM\0*')
  )
}

/** A file that may be decoded. */
export interface OpenedFile {
  readonly bytes: Buffer
  /** Of one frame, as its header says. */
  readonly pixels: number
  readonly frames: number
}

/**
 * Looks at a file's header.
 * @throws AppError NOT_AN_IMAGE | EMPTY_FILE | IMAGE_DAMAGED | TOO_MANY_PIXELS
 */
export async function openFile(bytes: Buffer, limits: Pick<Limits, 'max_pixels'>): Promise<OpenedFile> {
  const header = await readHeader(bytes)
  const height = header.pageHeight ?? header.height
  if (header.width * height > limits.max_pixels) {
    throw new AppError(
      'TOO_MANY_PIXELS',
      `The picture has ${header.width} × ${height} pixels; ${Math.floor(limits.max_pixels / 1e6)} million are the most. Make it smaller and try again.`,
      { details: { width: header.width, height, maxPixels: limits.max_pixels } },
    )
  }
  return { bytes, pixels: header.width * height, frames: header.pages ?? 1 }
}

/**
 * Decodes a file, when it is its turn: upright as EXIF says, 8 bit sRGB (16 bit and CMYK are converted), first frame, at most `max_result_dimension` a side.
 * @throws AppError IMAGE_DAMAGED
 */
export const decodeFile = (
  file: OpenedFile,
  limits: Pick<Limits, 'max_result_dimension'>,
  note?: StageNote,
): Promise<DecodedPicture> => decoding.run(() => decodeNow(file, limits), undefined, note)

async function decodeNow(
  { bytes, frames }: OpenedFile,
  { max_result_dimension: side }: Pick<Limits, 'max_result_dimension'>,
): Promise<DecodedPicture> {
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: false, failOn: 'error', sequentialRead: true })
      .autoOrient()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    const bitmap = withKnownChannels(data, info)
    return { bitmap: dropOpaqueAlpha(bitmap), frames }
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('IMAGE_DAMAGED', undefined, { cause })
  }
}

/**
 * Opens a picture.
 * @param room where it waits for its turn before it is decoded
 * @throws AppError as `openFile` and `decodeFile`
 */
export async function decode(bytes: Buffer, limits: Limits, room?: Pick<PixelRoom, 'enter'>): Promise<DecodedPicture> {
  const file = await openFile(bytes, limits)
  await room?.enter(file.pixels)
  return decodeFile(file, limits)
}

/** Greyscale comes with one or two channels: spread them over three. */
function withKnownChannels(data: Buffer, info: { width: number; height: number; channels: number }): Bitmap {
  const { width, height, channels } = info
  if (channels === 3 || channels === 4) return { data, width, height, channels }
  const spread = new Uint8Array(width * height * (channels === 1 ? 3 : 4))
  for (let from = 0, to = 0; from < data.length; from += channels) {
    spread[to++] = data[from]!
    spread[to++] = data[from]!
    spread[to++] = data[from]!
    if (channels === 2) spread[to++] = data[from + 1]!
  }
  return { data: spread, width, height, channels: channels === 1 ? 3 : 4 }
}
