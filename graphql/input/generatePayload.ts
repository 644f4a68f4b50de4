import type { Config } from '#core/config'
import type { GeneratePayload } from '#core/jobPayload'
import type { GenerateMemeInput } from '../generated/resolvers'
import { readCaptions } from './captions'
import { inRange, invalid } from './invalid'
import { readSource } from './source'
import { readStyle } from './style'

const formats = { JPEG: 'jpeg', PNG: 'png', WEBP: 'webp' } as const
const MAX_KEPT_REGIONS = 200

/** Each once, in one order, so that equal requests are equal. */
function readKeepRegions(ids: readonly string[]): readonly string[] {
  if (ids.length > MAX_KEPT_REGIONS || ids.some((id) => !/^\d{1,6}$/.test(id)))
    throw invalid('keepRegions', 'keepRegions must hold ids of text regions from an analysis of this picture.')
  return [...new Set(ids)].sort((a, b) => Number(a) - Number(b))
}

/**
 * What a worker gets of a client's wish. The words are checked before the source is looked up.
 * @throws AppError of every kind that input can cause
 */
export async function readGeneratePayload(input: GenerateMemeInput, config: Config): Promise<GeneratePayload> {
  const { jpeg_quality: defaultQuality } = config.image_processing
  const format = formats[input.format ?? 'JPEG']
  const quality = inRange('quality', input.quality ?? defaultQuality, 1, 100)
  return {
    kind: 'GENERATE',
    captions: readCaptions(input.captions, config),
    mode: input.mode ?? 'AUTO',
    style: readStyle(input.style),
    keepRegions: readKeepRegions(input.keepRegions ?? []),
    format,
    // PNG has none: requests that differ in nothing else are equal.
    quality: format === 'png' ? defaultQuality : quality,
    source: await readSource(input.source),
  }
}
