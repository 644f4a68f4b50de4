import type { TemplateFieldsFragment } from '../generated/graphql'
import type { Analysis } from '../hooks/usePicture'
import type { Found } from './found'
import { boxUnder, ownRegions, recognisedMatch } from './scene'

/** The places that a picture offers; null while it is still looked at. */
export function foundIn(template: TemplateFieldsFragment | null, analysis: Analysis | null): Found | null {
  if (template) return { kind: 'template', boxes: template.boxes.length }
  // Words are known a moment before the template is: places that come only to give way to others would unsettle who types.
  if (!analysis?.matches) return null
  const regions = analysis.regions.map(({ id }) => id)
  const match = recognisedMatch(analysis)
  if (!match) return { kind: 'words', regions }
  const own = ownRegions(analysis).map(({ id }) => id)
  const under: string[][] = match.boxes.map(() => [])
  for (const region of analysis.regions) {
    const box = own.includes(region.id) ? undefined : boxUnder(region, match.boxes)
    if (box !== undefined) under[box]?.push(region.id)
  }
  const boxes = analysis.cleanTemplate?.boxes.length ?? match.template?.boxes.length ?? 0
  return { kind: 'recognised', regions, own, under, boxes }
}
