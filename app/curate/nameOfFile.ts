/** A template's first name: what its file was called, without its ending and what cameras and browsers put there. */
export function nameOfFile(file: string): string {
  const base = file.split(/[?#]/)[0]!.split('/').at(-1) ?? ''
  let words = base
  try {
    words = decodeURIComponent(base)
  } catch {
    // A stray per cent sign is part of the name.
  }
  const plain = words
    .replace(/\.[a-z0-9]{2,5}$/i, '')
    .replace(/[-_+.\s]+/g, ' ')
    .trim()
  const known =
    /[\p{L}]{2}/u.test(plain) && !/^(img|image|dsc|photo|screenshot|download|unnamed)?[\d ()]*$/i.test(plain)
  return known ? plain.slice(0, 1).toUpperCase() + plain.slice(1, 100) : 'New template'
}
