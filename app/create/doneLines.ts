import type { MemeFieldsFragment } from '../generated/graphql'

type Report = MemeFieldsFragment['report']

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

const captions = (count: number, one: string, more: string): string =>
  count === 1 ? `One caption ${one}` : `${count} captions ${more}`

/** A template's picture is not searched for words. */
function foundLine({ placement, recognition, textFound }: Report): string | null {
  if (placement === 'TEMPLATE' && !recognition) return null
  if (textFound.length === 0) return 'No words were found on the picture.'
  return `Found on the picture: ${textFound.map((text) => `“${text.replaceAll('\n', ' ')}”`).join(', ')}.`
}

/** How many went, and what came in their place. */
function removedLine({ removal, recognition }: Report): string | null {
  const { regionsRemoved, method, skippedBecause } = removal
  if (recognition?.use === 'CLEAN_TEMPLATE')
    return 'The template’s clean picture took the place of yours, as you chose.'
  if (regionsRemoved === 0) return skippedBecause
  const gone = captions(regionsRemoved, 'was taken away.', 'were taken away.')
  if (!recognition || recognition.regionsRestored === 0) return `${gone} ${removed[method]}`
  const { regionsRestored, regionsInpainted } = recognition
  if (regionsInpainted === 0) return `${gone} ${removed.RESTORE}`
  const came = `Under ${regionsRestored} of them what the template has there came back`
  return `${gone} ${came}; under ${regionsInpainted} the picture around was continued.`
}

/** Words that look like captions and are none. */
const ownLine = ({ recognition }: Report): string | null =>
  recognition && recognition.use === 'RESTORE' && recognition.regionsOfTemplate > 0
    ? `${captions(recognition.regionsOfTemplate, 'belongs', 'belong')} to the template’s own picture and stayed.`
    : null

/** What was done to a picture, in sentences. */
export function doneLines({ report }: MemeFieldsFragment, fromFinishedMeme: boolean): readonly string[] {
  return [
    fromFinishedMeme ? 'The very same meme had been made before, so it was taken from there.' : null,
    foundLine(report),
    removedLine(report),
    ownLine(report),
    placed[report.placement],
    report.animatedSource ? 'The file holds several frames; the first one was used.' : null,
  ].filter((line) => line !== null)
}
