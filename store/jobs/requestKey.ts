import { createHash } from 'node:crypto'
import { canonicalJson } from '#core/canonicalJson'
import type { Config } from '#core/config'
import type { JobPayload } from '#core/jobPayload'
import { galleryRevision } from '../templates/vectors/galleryRevision'
import { pipelineVersion } from './pipelineVersion'

/** Whether a job looks which template its picture shows, so that its result changes with the templates that are known. */
export const recognises = (payload: JobPayload): boolean =>
  payload.kind === 'GENERATE' ? payload.recognition !== 'IGNORE' : payload.kind === 'ANALYZE' && payload.recognise

/** The templates in force for a job: `galleryRevision` for one that recognises them. */
export const galleryFor = async (payload: JobPayload): Promise<string | null> =>
  recognises(payload) ? galleryRevision() : null

/**
 * Names a request by everything that shapes its result: the payload (content hash instead of upload id), the settings and templates in force.
 * @param gallery as `galleryFor` gives it; null names what was asked, whatever templates are known
 * @param version of all that makes the result
 * @returns hex SHA-256
 */
export function requestKey(
  payload: JobPayload,
  config: Config,
  gallery: string | null,
  version = pipelineVersion,
): string {
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
    // A meme's is in its payload.
    shown: payload.kind === 'ANALYZE' ? config.image_processing.jpeg_quality : null,
    recognition: recognises(payload) ? [config.vector_db.similarity_threshold, gallery] : [],
  }
  return createHash('sha256')
    .update(canonicalJson({ version, payload: { ...payload, source }, settings }))
    .digest('hex')
}
