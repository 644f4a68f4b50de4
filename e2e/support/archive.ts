import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { stringify } from 'yaml'
import { fromBufferPromise } from 'yauzl'
import { ZipFile } from 'yazl'

/** A .zip of files, by their paths. */
export async function zipOf(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [path, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), path)
  zip.end()
  return buffer(zip.outputStream)
}

/** The files of a .zip, by their paths. */
export async function unzipped(bytes: Buffer): Promise<Readonly<Record<string, Buffer>>> {
  const zip = await fromBufferPromise(bytes)
  const files: Record<string, Buffer> = {}
  for await (const entry of zip.eachEntry())
    files[entry.fileName] = await buffer(await zip.openReadStreamPromise(entry))
  return files
}

/** A .zip whose one file has a name that well-behaved programs do not write; it is as long as `safeName`, which it replaces. */
export async function zipNamed(name: string, content = 'x'): Promise<Buffer> {
  const safeName = 'a'.repeat(Buffer.byteLength(name))
  const bytes = await zipOf({ [safeName]: content })
  for (let at = bytes.indexOf(safeName); at >= 0; at = bytes.indexOf(safeName)) bytes.write(name, at)
  return bytes
}

/** A template's folder in memegen's format: a picture of one colour with a place for words at its top. */
export async function memegenFolder(
  slug: string,
  changes: Readonly<Record<string, unknown>> = {},
  color = '#345',
): Promise<Readonly<Record<string, string | Buffer>>> {
  const picture = sharp({ create: { width: 96, height: 64, channels: 3, background: color } })
  const text = {
    style: 'upper',
    color: 'white',
    font: 'thick',
    anchor_x: 0,
    anchor_y: 0,
    angle: 0,
    scale_x: 1,
    scale_y: 0.2,
    align: 'center',
    start: 0,
    stop: 1,
  }
  return {
    [`${slug}/config.yml`]: stringify({
      name: slug,
      source: 'here',
      keywords: ['test'],
      text: [text],
      example: ['top'],
      ...changes,
    }),
    [`${slug}/default.png`]: await picture.png().toBuffer(),
  }
}
