import type { DraftPicture } from './templateDraft'

/** A name for a new variant that none has yet. */
export function freeStyle(pictures: readonly DraftPicture[]): string {
  const taken = new Set(pictures.map(({ style }) => style))
  let number = pictures.length
  while (taken.has(`variant ${number}`)) number += 1
  return `variant ${number}`
}

/** A variant under another name. “default” is that of the default picture alone. */
export const renamedStyle = (pictures: readonly DraftPicture[], from: string, to: string): readonly DraftPicture[] =>
  pictures.map((picture) =>
    picture.style === from && to.trim().toLowerCase() !== 'default' ? { ...picture, style: to } : picture,
  )

/** The pictures with a variant as the default one; the one before becomes a variant. */
export function withDefault(pictures: readonly DraftPicture[], style: string): readonly DraftPicture[] {
  const chosen = pictures.find((picture) => picture.style === style)
  if (!chosen || style === 'default') return pictures
  const others = pictures.filter((picture) => picture !== chosen)
  const swapped = others.map((picture) => (picture.style === 'default' ? { ...picture, style } : picture))
  return [{ ...chosen, style: 'default' }, ...swapped]
}
