import type { TemplateFieldsFragment } from '../generated/graphql'
import type { Analysis } from '../hooks/usePicture'

/** The id that a template's box has among the places of a draft. */
export const boxId = (index: number): string => `box-${index + 1}`

/** What is known of a template's picture without looking at it, as an analysis says it: nothing to take away, its boxes are the places. */
export function templateAnalysis(template: TemplateFieldsFragment, picture = template.pictures[0]?.image): Analysis {
  const { thumbnail, animated, boxes } = template
  const shown = picture ?? thumbnail
  return {
    uploadId: '',
    width: shown.width,
    height: shown.height,
    animated,
    willRemoveText: false,
    picture: shown,
    cleanedPicture: null,
    saliency: { columns: 1, rows: 1, values: [0] },
    regions: boxes.map(({ box, example }, index) => ({
      id: boxId(index),
      text: example,
      box,
      lines: [],
      background: { color: '#808080', flat: false, surface: null },
    })),
  }
}
