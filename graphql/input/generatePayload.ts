import type { Config } from '#core/config'
import type { GeneratePayload } from '#core/jobPayload'
import type { GenerateMemeInput } from '../generated/resolvers'
import type { SourceLoaders } from '../sourceLoaders'
import { readCaptions } from './captions'
import { inRange, invalid } from './invalid'
import { readSource } from './source'
import { readChosenStyle } from './style'
import { captionsForBoxes, readTemplateSource } from './templateSource'

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
export async function readGeneratePayload(
  input: GenerateMemeInput,
  config: Config,
  sources: SourceLoaders,
): Promise<GeneratePayload> {
  const { jpeg_quality: defaultQuality } = config.image_processing
  const format = formats[input.format ?? 'JPEG']
  const quality = inRange('quality', input.quality ?? defaultQuality, 1, 100)
  const keepRegions = readKeepRegions(input.keepRegions ?? [])
  const chosen = readChosenStyle(input.style)
  const captions = readCaptions(input.captions, config)
  // PNG has no quality: requests that differ in nothing else are equal.
  const output = { kind: 'GENERATE', format, quality: format === 'png' ? defaultQuality : quality } as const
  const { templateId } = input.source
  if (templateId != null) {
    const source = await readTemplateSource(templateId, input.templateStyle, chosen, sources)
    // The boxes say where words go and how they look: what else was asked does not make another request.
    return {
      ...output,
      source,
      captions: captionsForBoxes(captions, source),
      mode: 'AUTO',
      style: {},
      keepRegions: [],
      recognition: 'IGNORE',
      places: 'TEMPLATE_BOXES',
    }
  }
  if (input.templateStyle != null)
    throw invalid(
      'templateStyle',
      'templateStyle chooses a picture of a template: it goes with source.templateId only.',
    )
  return {
    ...output,
    source: await readSource(input.source, sources),
    captions,
    mode: input.mode ?? 'AUTO',
    style: chosen,
    keepRegions,
    recognition: input.recognition ?? 'RESTORE',
    places: input.recognisedPlaces ?? 'TEMPLATE_BOXES',
  }
}
