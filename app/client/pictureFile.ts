import { downloadZip } from 'client-zip'
import type { MemeFieldsFragment } from '../generated/graphql'

const endings = { JPEG: 'jpg', PNG: 'png', WEBP: 'webp' } as const

/** A file name that says what is on the picture. */
function fileNameOf({ captions, format }: Pick<MemeFieldsFragment, 'captions' | 'format'>): string {
  const words = captions
    .join(' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return `${words.slice(0, 60) || 'meme'}.${endings[format]}`
}

async function bytesOf(url: string): Promise<Blob> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`The picture was answered with ${response.status}.`)
  return response.blob()
}

/** The meme as a file, to share. */
export async function fileOf(meme: MemeFieldsFragment): Promise<File> {
  const blob = await bytesOf(meme.url)
  return new File([blob], fileNameOf(meme), { type: blob.type })
}

/** The only picture format that clipboards take everywhere. */
export async function asPng(url: string): Promise<Blob> {
  const blob = await bytesOf(url)
  if (blob.type === 'image/png') return blob
  const bitmap = await createImageBitmap(blob)
  const canvas = document.createElement('canvas')
  canvas.width = bitmap.width
  canvas.height = bitmap.height
  canvas.getContext('2d')!.drawImage(bitmap, 0, 0)
  return new Promise((resolve, reject) =>
    canvas.toBlob((png) => (png ? resolve(png) : reject(new Error('The browser could not write a PNG.'))), 'image/png'),
  )
}

type NamedMeme = Pick<MemeFieldsFragment, 'url' | 'captions' | 'format'>

/** Saves a file under a name. */
function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** Saves the meme under its name. Fetched first, because a link to a file on a CDN would only open it. */
export async function downloadMeme(meme: NamedMeme): Promise<void> {
  save(await bytesOf(meme.url), fileNameOf(meme))
}

/**
 * Saves several memes as one .zip.
 * @param memes each with its number, which its file's name begins with
 * @param name of the archive, without its ending
 */
export async function downloadMemes(memes: readonly (readonly [number, NamedMeme])[], name: string): Promise<void> {
  async function* files() {
    for (const [number, meme] of memes)
      yield { name: `${String(number).padStart(3, '0')}-${fileNameOf(meme)}`, input: await bytesOf(meme.url) }
  }
  save(await downloadZip(files()).blob(), `${name}.zip`)
}
