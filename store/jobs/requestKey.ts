import { createHash } from 'node:crypto'
import { canonicalJson } from '#core/canonicalJson'
import type { Config } from '#core/config'
import type { JobPayload } from '#core/jobPayload'

/** Raise this when the pipeline's result changes for the same input, so that older memes are not answered for new requests. */
const PIPELINE_VERSION = 1

/**
 * Names a request by everything that shapes its result: the payload (content hash instead of upload id), and the settings in force.
 * @returns hex SHA-256
 */
export function requestKey(payload: JobPayload, config: Config): string {
  const source = 'uploadId' in payload.source ? { sha256: payload.source.sha256 } : payload.source
  const {
    inpaint_engine,
    enable_fast_inpaint,
    max_processing_dimension,
    skip_text_removal_threshold,
    max_result_dimension,
  } = config.image_processing
  const settings = {
    ocr: [config.ocr.engine, config.ocr.confidence_threshold],
    image: [
      inpaint_engine,
      enable_fast_inpaint,
      max_processing_dimension,
      skip_text_removal_threshold,
      max_result_dimension,
    ],
    minFontPx: config.limits.min_font_px,
  }
  return createHash('sha256')
    .update(canonicalJson({ version: PIPELINE_VERSION, payload: { ...payload, source }, settings }))
    .digest('hex')
}
