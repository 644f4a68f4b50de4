const greekWord = /[\p{Script=Greek}\p{M}]+/gu
const onlyTurkish = /[ığİĞ]/

/**
 * Capitals as their readers write them, whatever the host's language: Greek ones lose their accents, German ß becomes SS,
 * and i keeps its dot where other letters show that the words are Turkish.
 */
export function upperCase(text: string): string {
  if (onlyTurkish.test(text)) return text.toLocaleUpperCase('tr')
  return text.replace(greekWord, (word) => word.toLocaleUpperCase('el')).toUpperCase()
}
