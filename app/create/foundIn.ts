import { standsIn } from '#core/place/standsIn'
import type { TemplateFieldsFragment } from '../generated/graphql'
import type { Analysis } from '../hooks/usePicture'
import type { Found } from './found'
import { ownRegions, recognisedMatch } from './scene'

/** The places that a picture offers; null while it is still looked at. */
export function foundIn(template: TemplateFieldsFragment | null, analysis: Analysis | null): Found | null {
  if (template) return { kind: 'template', boxes: template.boxes.length }
  // Words are known a moment before the template is: places that come only to give way to others would unsettle who types.
  if (!analysis?.matches) return null
  const regions = analysis.regions.map(({ id }) => id)
  const match = recognisedMatch(analysis)
  if (!match) return { kind: 'words', regions }
  const own = ownRegions(analysis).map(({ id }) => id)
  const { width, height } = analysis
  const others = analysis.regions.filter(({ id }) => !own.includes(id))
  const under = match.boxes.map(({ box }) =>
    others.filter((words) => standsIn(words.box, box, width, height)).map(({ id }) => id),
  )
  const boxes = analysis.cleanTemplate?.boxes.length ?? match.template?.boxes.length ?? 0
  return { kind: 'recognised', regions, own, under, boxes }
}
