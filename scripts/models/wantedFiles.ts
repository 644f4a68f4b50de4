import { type Dtype, modelFile, PREPROCESSOR, TOKENIZER } from '#workers/models/clip/modelFiles'

/** The files of a model, small ones first. */
export const wantedFiles = (dtypes: readonly Dtype[]): readonly string[] => [
  PREPROCESSOR,
  TOKENIZER,
  ...dtypes.flatMap((dtype) => [modelFile('text', dtype), modelFile('vision', dtype)]),
]
