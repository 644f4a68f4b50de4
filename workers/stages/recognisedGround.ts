import type { Bitmap } from '#core/bitmap'
import type { TextLine, TextRegion } from '#core/text'
import type { KnownGround } from '../kinds/wordRemover'
import { rescaled } from '../recognise/transform'
import type { Recognised } from './matchTemplate'

/**
 * What a recognised picture's words stand on.
 * @param template the template's picture as it was decoded: `max_result_dimension` may have made it smaller
 * @param regions all that was read
 * @param going lines that are to be taken away
 */
export function recognisedGround(
  { picture, transform }: Recognised,
  template: Bitmap,
  regions: readonly TextRegion[],
  going: readonly TextLine[],
): KnownGround {
  const larger = { x: template.width / picture.width, y: template.height / picture.height }
  return {
    pictureSha256: picture.sourceSha256,
    template,
    transform: rescaled(transform, larger, { x: 1, y: 1 }),
    staying: regions.flatMap((region) => region.lines).filter((line) => !going.includes(line)),
  }
}
