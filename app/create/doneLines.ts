import type { MemeFieldsFragment } from '../generated/graphql'

const removed = {
  NONE: 'Nothing was taken away.',
  RESTORE: 'What the template has there came back.',
  FLAT: 'The labels got their own plain colour back under them.',
  INPAINT: 'The picture around was continued under them.',
  MIXED: 'Plain labels got their own colour back, elsewhere the picture around was continued.',
} as const

const placed = {
  TEMPLATE: 'Your words stand in the template’s own places.',
  REPLACED: 'Your words stand where the old ones stood.',
  OVERLAY: 'Your words stand on the picture, around its subject.',
  BAR: 'Your words stand in a bar beside the picture.',
} as const

/** A template's picture is not searched for words. */
function foundLine(placement: MemeFieldsFragment['report']['placement'], textFound: readonly string[]): string | null {
  if (placement === 'TEMPLATE') return null
  if (textFound.length === 0) return 'No words were found on the picture.'
  return `Found on the picture: ${textFound.map((text) => `“${text.replaceAll('\n', ' ')}”`).join(', ')}.`
}

/** What was done to a picture, in sentences. */
export function doneLines({ report }: MemeFieldsFragment, fromFinishedMeme: boolean): readonly string[] {
  const { textFound, removal, placement, animatedSource } = report
  const places = removal.regionsRemoved === 1 ? 'One caption was' : `${removal.regionsRemoved} captions were`
  return [
    fromFinishedMeme ? 'The very same meme had been made before, so it was taken from there.' : null,
    foundLine(placement, textFound),
    removal.regionsRemoved > 0 ? `${places} taken away. ${removed[removal.method]}` : removal.skippedBecause,
    placed[placement],
    animatedSource ? 'The file holds several frames; the first one was used.' : null,
  ].filter((line) => line !== null)
}
