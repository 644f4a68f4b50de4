import type { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { exportedTemplates } from '../templates/exportedFiles'
import type { TemplateFilter } from '../templates/findTemplates'

/**
 * A .zip of templates as folders in memegen's format, as a stream: no more than a picture's chunk is in memory. Pictures are packed as they are,
 * because they are compressed already. The stream fails when a template cannot be read.
 */
export function exportArchive(filter: TemplateFilter): Readable {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  zip.on('error', (error: Error) => output.destroy(error))
  fill(zip, filter).catch((error: Error) => output.destroy(error))
  return output
}

async function fill(zip: ZipFile, filter: TemplateFilter): Promise<void> {
  for await (const { files } of exportedTemplates(filter)) {
    for (const { path, bytes, changedAt: mtime, content } of files) {
      if (typeof content === 'string') zip.addBuffer(Buffer.from(content), path, { mtime })
      else zip.addReadStreamLazy(path, { mtime, size: bytes, compress: false }, (opened) => opened(null, content()))
    }
  }
  zip.end()
}
