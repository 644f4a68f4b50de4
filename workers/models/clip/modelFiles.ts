/** CLIP's two encoders: one for pictures, one for words. */
export type Tower = 'vision' | 'text'

/** How a file's weights are stored. */
export type Dtype = 'fp32' | 'fp16' | 'int8'

/** The tokenizer, and how pictures are prepared. */
export const TOKENIZER = 'tokenizer.json'

/** How pictures are prepared for the model: a file in its folder. */
export const PREPROCESSOR = 'preprocessor_config.json'

const suffixes: Readonly<Record<Dtype, string>> = { fp32: '', fp16: '_fp16', int8: '_quantized' }

/** Where an encoder's weights lie in a model's folder: as in the hub's ONNX exports. */
export const modelFile = (tower: Tower, dtype: Dtype): string => `onnx/${tower}_model${suffixes[dtype]}.onnx`
