import { readFile } from 'node:fs/promises'
import { Tokenizer } from '@huggingface/tokenizers'

/** Longest text that CLIP takes, in tokens, start and end included. */
const CONTEXT = 77

/** Turns words into CLIP's numbers: start, at most 75 tokens, end. */
export interface ClipTokenizer {
  readonly pad: number
  encode(text: string): readonly number[]
}

/** @throws Error that names the file when it is missing or not CLIP's tokenizer. */
export async function openTokenizer(file: string): Promise<ClipTokenizer> {
  try {
    const tokenizer = new Tokenizer(JSON.parse(await readFile(file, 'utf8')), {})
    const end = tokenizer.token_to_id('<|endoftext|>')
    if (end === undefined) throw new Error('it has no <|endoftext|>')
    return {
      pad: end,
      encode(text) {
        const { ids } = tokenizer.encode(text)
        return ids.length <= CONTEXT ? ids : [...ids.slice(0, CONTEXT - 1), end]
      },
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`The tokenizer ${file} cannot be loaded: ${reason}`, { cause })
  }
}
