const strong = /\p{L}/u
const rtl = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const marks = /[\u200E\u200F]/

/** Base direction by the first strong character (UAX #9, P2 and P3); `ltr` when there is none. */
export function textDirection(text: string): 'ltr' | 'rtl' {
  for (const character of text) {
    if (marks.test(character)) return character === '\u200F' ? 'rtl' : 'ltr'
    if (strong.test(character)) return rtl.test(character) ? 'rtl' : 'ltr'
  }
  return 'ltr'
}
