import { makeZip } from 'client-zip'
import type { PickedFile } from './pickedFiles'

/** Of a folder, only what an import reads travels. */
const isOfTemplate = (path: string): boolean =>
  /(^|\/)(template\.json|config\.yml|[^/]+\.(gif|webp|png|jpe?g))$/i.test(path) && !/(^|\/)[._]/.test(path)

const isDefinition = (path: string): boolean => /(^|\/)(template\.json|config\.yml)$/i.test(path)

/**
 * One archive to send: the .zip itself when it is one, else the template files of a folder, packed here without squeezing (pictures are squeezed
 * already).
 * @returns null when there is neither
 */
export async function archiveOfFiles(
  picked: readonly PickedFile[],
): Promise<{ readonly name: string; readonly file: Blob } | null> {
  const [first] = picked
  if (picked.length === 1 && first && /\.zip$/i.test(first.path)) return { name: first.file.name, file: first.file }
  const files = picked.filter(({ path }) => isOfTemplate(path))
  if (!files.some(({ path }) => isDefinition(path))) return null
  const stream = makeZip(files.map(({ path, file }) => ({ name: path, input: file, lastModified: file.lastModified })))
  const name = files[0]!.path.split('/')[0] ?? ''
  return { name, file: await new Response(stream, { headers: { 'content-type': 'application/zip' } }).blob() }
}
