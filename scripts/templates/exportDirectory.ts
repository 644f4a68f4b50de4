import { createWriteStream, mkdirSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { exportedTemplates } from '#store/templates/exportedFiles'

/** Writes every template as a folder in memegen's format, pictures as they came. @returns the slugs */
export async function exportDirectory(directory: string): Promise<string[]> {
  const slugs: string[] = []
  for await (const { slug, files } of exportedTemplates({})) {
    mkdirSync(path.join(directory, slug), { recursive: true })
    for (const { path: inside, content } of files) {
      const bytes = typeof content === 'string' ? Readable.from([content]) : content()
      await pipeline(bytes, createWriteStream(path.join(directory, inside)))
    }
    slugs.push(slug)
  }
  return slugs
}
