/** The steps a picture goes through, in their order; performance rows and progress use these names. */
export const stages = [
  'fetch',
  'decode',
  'hash',
  'ocr',
  'decide',
  'match',
  'remove_text',
  'place_text',
  'render',
  'store',
  'import',
] as const

/** A step of a job, as progress and performance rows name it. */
export type Stage = (typeof stages)[number]

/** What each stage does, in words for the person who waits. */
export const stageText: Readonly<Record<Stage, string>> = {
  fetch: 'Getting the picture',
  hash: 'Looking whether we know it',
  decode: 'Opening the picture',
  ocr: 'Reading the words on it',
  decide: 'Deciding what to replace',
  match: 'Looking which template it is',
  remove_text: 'Taking the old words away',
  place_text: 'Finding room for your words',
  render: 'Lettering your words',
  store: 'Saving the picture',
  import: 'Bringing in templates',
}
