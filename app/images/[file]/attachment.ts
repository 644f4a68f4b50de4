const MAX_NAME_LENGTH = 80

/**
 * A `Content-Disposition` that saves under a name somebody else chose (RFC 6266): letters, digits, spaces and a few signs stay, so that it can neither leave
 * the header nor the download folder; the extension is always the picture's own.
 */
export function attachment(name: string, extension: string): string {
  const kept = name
    .normalize('NFC')
    .replace(new RegExp(`\\.${extension}$`, 'i'), '')
    .replace(/[^\p{L}\p{M}\p{N} _-]/gu, '')
  const base = [...kept.trim()].slice(0, MAX_NAME_LENGTH).join('') || 'meme'
  const ascii = base.replace(/[^\x20-\x7e]/g, '_')
  return `attachment; filename="${ascii}.${extension}"; filename*=UTF-8''${encodeURIComponent(base)}.${extension}`
}
