import type { QueryResolvers } from '../../generated/resolvers'

/** The limits in force, in the config's units. */
export const limits: NonNullable<QueryResolvers['limits']> = (_root, _args, { config }) => ({
  maxUploadBytes: config.limits.max_upload_bytes,
  maxPixels: config.limits.max_pixels,
  maxCaptions: config.limits.max_captions,
  maxCaptionCharacters: config.limits.max_caption_characters,
  minFontPx: config.limits.min_font_px,
  maxBatch: config.limits.max_batch,
})
