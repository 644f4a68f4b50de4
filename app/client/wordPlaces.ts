import type { JobFieldsFragment, PictureSourceInput, TemplateBoxInput } from '../generated/graphql'
import { AnalyzePicture } from './documents'
import { jobEnd } from './jobEnd'
import { request } from './request'

/** What the API takes of a template's boxes. */
const most = 20
const smallest = 0.02

type Region = NonNullable<JobFieldsFragment['analysis']>['regions'][number]

/** A box round words that were found, with them as its example. */
const boxOf = ({ box: { x, y, width, height, angle }, text }: Region): TemplateBoxInput => ({
  box: { x, y, width: Math.max(width, smallest), height: Math.max(height, smallest), angle },
  example: text.replaceAll('\n', ' ').slice(0, 500),
})

/**
 * Boxes where words stand on a picture: a template of it mostly wants them there again. Empty when that cannot be told, which is no reason to stop.
 */
export async function wordPlaces(
  source: PictureSourceInput,
  signal: AbortSignal,
): Promise<readonly TemplateBoxInput[]> {
  try {
    const { analyzePicture } = await request(AnalyzePicture, { input: { source, recognise: false } }, signal)
    if (analyzePicture.__typename !== 'JobTicket') return []
    const { analysis } = await jobEnd(analyzePicture.job, () => {}, signal)
    return (analysis?.regions ?? []).slice(0, most).map(boxOf)
  } catch {
    return []
  }
}
