/** Which words the editor shows in the boxes. */
export type PreviewWords = 'examples' | 'long' | 'none'

/** As much as somebody types who has something to say: a box that takes this is large enough. */
const long = 'When you have rather a lot to say and would like every word of it to be read'
const empty = 'Your words'

/** What stands in a box. Without an example there is something to look at all the same. */
export function previewWords(shown: PreviewWords, example: string): string {
  if (shown === 'none') return ''
  if (shown === 'long') return long
  return example.trim() === '' ? empty : example
}
