import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Dtype, modelFile, PREPROCESSOR, TOKENIZER } from '#workers/models/clip/modelFiles'
import { type TowerShape, textGraph, visionGraph } from './clipGraph'

/** GPT-2's reversible map from bytes to printable characters, which byte-level tokenizers are written in. */
function byteCharacters(): string[] {
  const printable = (byte: number) => (byte > 32 && byte < 127) || (byte > 160 && byte !== 173)
  let next = 256
  return Array.from({ length: 256 }, (_, byte) => String.fromCodePoint(printable(byte) ? byte : next++))
}

const START = '<|startoftext|>'
const END = '<|endoftext|>'

/** A tokenizer.json as CLIP's, with single characters for a vocabulary and three joined pairs. */
function smallTokenizer() {
  const characters = byteCharacters()
  const merges = ['c a', 'ca t</w>', 'd o']
  const joined = merges.map((merge) => merge.replace(' ', ''))
  const tokens = [...characters, ...characters.map((character) => `${character}</w>`), ...joined, START, END]
  const vocab = Object.fromEntries(tokens.map((token, id) => [token, id]))
  const special = (content: string) => ({
    id: vocab[content],
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: content === START,
    special: true,
  })
  const pattern = "<\\|startoftext\\|>|<\\|endoftext\\|>|'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+"
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: [special(START), special(END)],
    normalizer: {
      type: 'Sequence',
      normalizers: [
        { type: 'NFC' },
        { type: 'Replace', pattern: { Regex: '\\s+' }, content: ' ' },
        { type: 'Lowercase' },
      ],
    },
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [
        { type: 'Split', pattern: { Regex: pattern }, behavior: 'Removed', invert: true },
        { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true },
      ],
    },
    post_processor: {
      type: 'RobertaProcessing',
      sep: [END, vocab[END]],
      cls: [START, vocab[START]],
      trim_offsets: false,
      add_prefix_space: false,
    },
    decoder: { type: 'ByteLevel', add_prefix_space: true, trim_offsets: true },
    model: {
      type: 'BPE',
      dropout: null,
      unk_token: END,
      continuing_subword_prefix: '',
      end_of_word_suffix: '</w>',
      fuse_unk: false,
      vocab,
      merges,
    },
  }
}

/** As on the hub. */
const preprocessor = {
  crop_size: 224,
  do_center_crop: true,
  do_normalize: true,
  do_resize: true,
  image_mean: [0.48145466, 0.4578275, 0.40821073],
  image_std: [0.26862954, 0.26130258, 0.27577711],
  resample: 3,
  size: 224,
}

/** How CLIP ViT-B/16 is built. */
export const baseShape = {
  vision: { width: 768, layers: 12, heads: 12 },
  text: { width: 512, layers: 12, heads: 8 },
  vocabulary: 49408,
} as const

const smallTower: TowerShape = { width: 32, layers: 2, heads: 2 }

export interface ModelFolder {
  readonly dtypes?: readonly Dtype[]
  readonly seed?: number
  readonly embedding?: number
  readonly attentionMask?: boolean
  /** Use the real model's size: 150 MB in 8 bits. */
  readonly fullSize?: boolean
}

/**
 * Writes a CLIP of random weights into a folder, laid out as the hub's exports are, small enough to run in a millisecond.
 * The tokenizer is small too, whatever the size.
 */
export function writeModelFolder(folder: string, options: ModelFolder = {}): void {
  const { dtypes = ['fp32'], seed = 1, embedding, attentionMask, fullSize = false } = options
  const tokenizer = smallTokenizer()
  const vocabulary = fullSize ? baseShape.vocabulary : Object.keys(tokenizer.model.vocab).length
  const vision = fullSize ? { ...baseShape.vision, patch: 16 } : { ...smallTower, patch: 32 }
  const text = fullSize ? baseShape.text : smallTower
  mkdirSync(path.join(folder, 'onnx'), { recursive: true })
  for (const dtype of dtypes) {
    const choice = { precision: dtype, seed, embedding }
    writeFileSync(path.join(folder, modelFile('vision', dtype)), visionGraph({ ...vision, ...choice }))
    writeFileSync(
      path.join(folder, modelFile('text', dtype)),
      textGraph({ ...text, ...choice, vocabulary, attentionMask }),
    )
  }
  writeFileSync(path.join(folder, TOKENIZER), JSON.stringify(tokenizer))
  writeFileSync(path.join(folder, PREPROCESSOR), JSON.stringify(preprocessor))
}
