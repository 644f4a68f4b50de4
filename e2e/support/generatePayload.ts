import type { GeneratePayload } from '#core/jobPayload'

/** A meme that is asked for, as the site asks when nothing else is chosen. */
export const generatePayload = (
  source: GeneratePayload['source'],
  captions: readonly string[],
  changes: Partial<GeneratePayload> = {},
): GeneratePayload => ({
  kind: 'GENERATE',
  source,
  captions,
  mode: 'AUTO',
  style: {},
  keepRegions: [],
  recognition: 'RESTORE',
  places: 'TEMPLATE_BOXES',
  format: 'jpeg',
  quality: 90,
  ...changes,
})
