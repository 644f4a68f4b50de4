/** The steps a picture goes through, in their order (`ocr` and `match` side by side); performance rows and progress use these names. */
export const stages = [
  'fetch',
  'decode',
  'hash',
  'ocr',
  'match',
  'decide',
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
  match: 'Looking which template it is',
  decide: 'Deciding what to replace',
  remove_text: 'Taking the old words away',
  place_text: 'Finding room for your words',
  render: 'Lettering your words',
  store: 'Saving the picture',
  import: 'Bringing in templates',
}
