/** Words beyond these are not looked for: nobody names a template with more. */
const MOST = 12

/** The words of a search: letters and digits in lower case; the last one may be unfinished. */
export const wordsOf = (text: string): readonly string[] =>
  (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).slice(0, MOST)
