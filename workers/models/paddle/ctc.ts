import { parameters } from '#workers/models/paddle/parameters'

/** What the recognition model says of one line: probabilities of the blank (0) and of each character, step by step. */
export interface Steps {
  readonly data: Float32Array
  readonly offset: number
  readonly steps: number
  readonly classes: number
}

/** The model's characters. `keys[0]` is the blank. */
export interface Alphabet {
  readonly keys: readonly string[]
  readonly space: number
  /** Classes of characters outside CJK. */
  readonly latin: readonly number[]
}

/** What the recognition model read of one line. */
export interface Reading {
  readonly text: string
  /** Mean probability of the characters, less for few of them: noise looks like one or two letters now and then. */
  readonly confidence: number
}

/** @param list one character a line, as PaddleOCR ships it; it leaves out the blank and the space. */
export function readAlphabet(list: string): Alphabet {
  const keys = ['', ...list.replace(/\r?\n$/, '').split(/\r?\n/), ' ']
  const latin = keys.flatMap((key, index) =>
    index > 0 && /^[\x20-\x7e\u00a1-\u024f\u2018-\u201d\u20ac]$/.test(key) ? [index] : [],
  )
  return { keys, space: keys.length - 1, latin }
}

/** Best path (Graves et al. 2006): the likeliest class of each step, repeats and blanks dropped. */
function bestPath({ data, offset, steps, classes }: Steps, allowed: readonly number[] | null) {
  const found: { readonly key: number; readonly step: number; probability: number }[] = []
  let last = 0
  for (let step = 0; step < steps; step++) {
    const row = offset + step * classes
    let key = 0
    let probability = data[row]!
    if (allowed === null) {
      for (let k = 1; k < classes; k++) {
        if (data[row + k]! > probability) {
          probability = data[row + k]!
          key = k
        }
      }
    } else {
      for (const k of allowed) {
        if (data[row + k]! > probability) {
          probability = data[row + k]!
          key = k
        }
      }
    }
    if (key !== 0 && key !== last) found.push({ key, step, probability })
    else if (key !== 0) found.at(-1)!.probability = Math.max(found.at(-1)!.probability, probability)
    last = key
  }
  return found
}

/** Whether a faint space between two characters is worth believing: after words, but not within numbers or before marks. */
const mayBeApart = (before: string, after: string) =>
  (/[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)) || (/[,.!?;:]/.test(before) && /\p{L}/u.test(after))

/**
 * The text of one line. A line whose characters are mostly not CJK is read again with CJK ruled out: the model knows
 * 6,000 Chinese characters and takes blurred Latin letters and full-width marks for them.
 */
export function decode(steps: Steps, alphabet: Alphabet): Reading {
  const { data, offset, classes } = steps
  let path = bestPath(steps, null)
  const latin = new Set(alphabet.latin)
  if (path.filter(({ key }) => latin.has(key)).length * 2 >= path.length) path = bestPath(steps, alphabet.latin)
  let text = ''
  path.forEach(({ key, step }, index) => {
    const before = path[index - 1]
    if (before !== undefined && mayBeApart(alphabet.keys[before.key]!, alphabet.keys[key]!)) {
      for (let s = before.step + 1; s < step; s++) {
        if (data[offset + s * classes + alphabet.space]! < parameters.spaceProbability) continue
        text += ' '
        break
      }
    }
    text += alphabet.keys[key]
  })
  const letters = path.filter(({ key }) => key !== alphabet.space)
  const mean = letters.reduce((sum, { probability }) => sum + probability, 0) / Math.max(1, letters.length)
  const confidence = mean ** (1 + parameters.fewLetters / Math.max(1, letters.length))
  return { text: text.trim().replace(/ +/g, ' '), confidence }
}
