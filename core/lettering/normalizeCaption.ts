/** Invisible characters that change nothing on a picture: soft hyphen, byte order mark. */
const dropped = /[\u00AD\uFEFF]/g

/**
 * A caption as it is laid out: composed (NFC, so that one font file holds letter and mark), with plain spaces and line feeds, and
 * without blank edges. Line feeds inside stay.
 */
export const normalizeCaption = (text: string): string =>
  text
    .normalize('NFC')
    .replace(dropped, '')
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(/[\t\u2000-\u200A\u3000]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .trim()
