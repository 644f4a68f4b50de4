import { normalizeCaption } from '../lettering/normalizeCaption'
import type { PlaceInput } from './types'

/** Whether a caption looks for a free place on the picture, which only its saliency can tell: none does where bars, or the old words' places, take them all. */
export const seeksFreePlaces = ({
  captions,
  mode,
  regions,
}: Pick<PlaceInput, 'captions' | 'mode' | 'regions'>): boolean =>
  mode !== 'CAPTION_BAR' &&
  captions.some((caption, index) => (mode === 'OVERLAY' || index >= regions.length) && normalizeCaption(caption) !== '')
