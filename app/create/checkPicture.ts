import { sizeText } from '#core/sizeText'
import type { PlainProblem } from '../client/problem'

const refusal = (code: string, message: string): PlainProblem => ({ code, message, retryable: false })

/** What can be told of a dropped or chosen file before it is sent; null when nothing speaks against it. */
export function checkFiles(files: readonly File[], maxBytes: number | null): PlainProblem | null {
  const [file] = files
  if (!file) return refusal('NOT_AN_IMAGE', 'There was no file in that. Drop a picture, or choose one.')
  if (files.length > 1) {
    return refusal(
      'INPUT_INVALID',
      `That were ${files.length} files. One picture at a time, please: drop the one you want.`,
    )
  }
  if (file.size === 0) return refusal('EMPTY_FILE', `“${file.name}” is empty. Choose another file.`)
  if (file.type !== '' && !file.type.startsWith('image/')) {
    return refusal('NOT_AN_IMAGE', `“${file.name}” is not a picture. Use a JPEG, PNG, WebP, GIF, AVIF or TIFF.`)
  }
  if (file.type === 'image/svg+xml') {
    return refusal('NOT_AN_IMAGE', `“${file.name}” is a drawing (SVG), not a photo. Save it as PNG and try again.`)
  }
  if (maxBytes !== null && file.size > maxBytes) {
    return refusal(
      'FILE_TOO_LARGE',
      `“${file.name}” has ${sizeText(file.size)}; up to ${sizeText(maxBytes)} can be used. Make it smaller and try again.`,
    )
  }
  return null
}

/** What can be told of an address before it is fetched; null when nothing speaks against it. */
export function checkUrl(text: string): PlainProblem | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url && (url.protocol === 'http:' || url.protocol === 'https:')) return null
  return refusal('URL_INVALID', 'This is not a web address that starts with http:// or https://.')
}
