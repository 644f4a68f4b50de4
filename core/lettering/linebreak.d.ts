declare module 'linebreak' {
  /** UAX #14 line breaking over a text; the package ships no types. */
  export default class LineBreaker {
    constructor(text: string)
    nextBreak(): { readonly position: number; readonly required: boolean } | null
  }
}
