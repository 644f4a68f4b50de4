/** What parts the words of one meme on its line. */
export const separator = '|'

/** One meme a line, its words parted by bars; empty lines are passed over. @returns the captions of each meme */
export const memesOfLines = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(separator).map((words) => words.trim()))

/** A line that shows how it is done. @param examples words of a template's boxes, in their order */
export const exampleLine = (examples: readonly string[]): string =>
  examples.map((words) => words.replaceAll('\n', ' ').replaceAll(separator, '') || 'anything').join(` ${separator} `)
