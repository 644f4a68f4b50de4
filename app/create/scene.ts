import type { Background } from '#core/lettering/types'
import { withoutTemplateWords } from '#core/place/templateWords'
import type { SaliencyGrid } from '#core/place/types'
import type { ImageFieldsFragment, TemplateFieldsFragment } from '../generated/graphql'
import type { Analysis } from '../hooks/usePicture'
import { inBoxes, onTemplatePicture, type PlaceChoice, removable } from './found'

/** Words on a picture that belong together. */
export type Region = Analysis['regions'][number]
type RegionLine = Region['lines'][number]

/** A template's box on the picture that is shown, in its own style. */
export type SceneBox = TemplateFieldsFragment['boxes'][number] & {
  /** What is under the words; null while that is not known. */
  readonly background: Background | null
}

/** The picture as it is worked on, whether it was brought or is a template's own: all that preview and marks need. */
export interface Scene {
  readonly width: number
  readonly height: number
  readonly picture: ImageFieldsFragment | null
  /** Without its old words; null until it is made, and when none go. */
  readonly cleaned: ImageFieldsFragment | null
  readonly saliency: SaliencyGrid
  /** Words that go, or may be kept. */
  readonly regions: readonly Region[]
  /** Words that belong to the template and stay. */
  readonly own: readonly Region[]
  /** False where words are too few to be worth removing. */
  readonly willRemoveText: boolean
  /** Where captions go; null when they do not go into a template's boxes. */
  readonly boxes: readonly SceneBox[] | null
}

/** The template that a picture shows, when that is certain enough to be used. */
export function recognisedMatch(analysis: Analysis | null) {
  const [best] = analysis?.matches ?? []
  return best?.recognised ? best : null
}

const isOwn = ({ lines }: Region): boolean => lines.length > 0 && lines.every(({ ofTemplate }) => ofTemplate)

/** Words that belong to the template, when one is used. */
export const ownRegions = (analysis: Analysis): readonly Region[] =>
  recognisedMatch(analysis) ? analysis.regions.filter(isOwn) : []

/** One of a template's pictures, by its style; the default one when there is none of that name. */
export const pictureOf = ({ pictures, thumbnail }: TemplateFieldsFragment, style: string | null) =>
  pictures.find((picture) => picture.style === style) ??
  pictures[0] ?? { style: 'default', image: thumbnail, thumbnail }

const noSaliency: SaliencyGrid = { columns: 1, rows: 1, values: [0] }

/** A template's own picture: nothing to take away, its boxes are the places. */
export function templateScene(
  template: TemplateFieldsFragment,
  style: string | null,
  backgrounds: readonly Background[] | null,
): Scene {
  const { image } = pictureOf(template, style)
  const boxes = template.boxes.map((box, index) => ({ ...box, background: backgrounds?.[index] ?? null }))
  const plain = { cleaned: null, regions: [], own: [], willRemoveText: false, saliency: noSaliency }
  return { ...plain, width: image.width, height: image.height, picture: image, boxes }
}

/** The clean picture of a recognised template; null when it has gone. */
function cleanScene(analysis: Analysis): Scene | null {
  const match = recognisedMatch(analysis)
  const { cleanTemplate } = analysis
  const rough = match?.template ? templateScene(match.template, match.style, null) : null
  if (!cleanTemplate?.picture) return rough
  const { picture, boxes, saliency } = cleanTemplate
  const { width, height } = picture
  const plain = { cleaned: null, regions: [], own: [], willRemoveText: false }
  return { ...plain, width, height, picture, saliency, boxes: boxes.map(known) }
}

const known = (box: NonNullable<Analysis['cleanTemplate']>['boxes'][number]): SceneBox => ({
  ...box,
  background: box.background ?? null,
})

/**
 * A picture that was brought, as the draft's choices want it.
 * @param plain the same picture, analysed as if no template were known; null while nobody has asked, or it is not there yet
 */
export function pictureScene(analysis: Analysis, plain: Analysis | null, choice: PlaceChoice): Scene {
  if (onTemplatePicture(choice)) {
    const clean = cleanScene(analysis)
    if (clean) return clean
  }
  const match = choice.recognition === 'IGNORE' ? null : recognisedMatch(analysis)
  const ignoring = match === null && recognisedMatch(analysis) !== null
  const seen = ignoring ? (plain ?? { ...analysis, cleanedPicture: null }) : analysis
  const { width, height, picture, cleanedPicture: cleaned, saliency, willRemoveText, regions } = seen
  const goes = removable(choice)
  const words = match ? withoutTemplateWords<RegionLine, Region>(regions, ({ ofTemplate }) => ofTemplate) : regions
  return {
    width,
    height,
    picture: picture ?? analysis.picture,
    cleaned,
    saliency,
    willRemoveText,
    regions: words.filter(({ id }) => goes.includes(id)),
    own: match ? regions.filter(isOwn) : [],
    boxes: match && inBoxes(choice) ? match.boxes.map(known) : null,
  }
}
