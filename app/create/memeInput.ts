import type { ImageFormat } from '#core/format'
import type { ChosenStyle } from '#core/style'
import type { ImageFormat as ApiFormat, CaptionStyleInput, GenerateMemeInput } from '../generated/graphql'
import { chosenStyle, type Draft } from './draft'
import type { NamedSource } from './source'
import { replacesWords, usedFields } from './usedFields'

const fonts = { anton: 'ANTON', 'noto-sans': 'NOTO_SANS', comic: 'COMIC' } as const
const cases = { upper: 'UPPER', 'as-typed': 'AS_TYPED' } as const
const aligns = { left: 'LEFT', center: 'CENTER', right: 'RIGHT' } as const
const verticals = { top: 'TOP', middle: 'MIDDLE', bottom: 'BOTTOM' } as const
const formats = { jpeg: 'JPEG', png: 'PNG', webp: 'WEBP' } as const satisfies Record<ImageFormat, ApiFormat>

const apiFormat = (format: ImageFormat): ApiFormat => formats[format]

/** Only what was chosen: what is left out is the place's own. */
const styleInput = (style: ChosenStyle): CaptionStyleInput => ({
  ...(style.font && { font: fonts[style.font] }),
  ...(style.letterCase && { letterCase: cases[style.letterCase] }),
  ...(style.align && { align: aligns[style.align] }),
  ...(style.color && { color: style.color }),
  ...(style.outlineColor && { outlineColor: style.outlineColor }),
  ...(typeof style.outlineWidth === 'number' && { outlineWidth: style.outlineWidth }),
  ...(style.verticalAlign && style.verticalAlign !== 'auto' && { verticalAlign: verticals[style.verticalAlign] }),
})

/** The request that makes what the draft says. */
export const memeInput = (draft: Draft, named: NamedSource): GenerateMemeInput => ({
  ...named,
  captions: usedFields(draft).map((field) => field.text),
  mode: draft.mode,
  style: styleInput(chosenStyle(draft)),
  keepRegions: replacesWords(draft.mode) ? draft.keptRegions : [],
  recognition: draft.recognition,
  recognisedPlaces: draft.recognisedPlaces,
  format: apiFormat(draft.format),
  quality: draft.format === 'png' ? null : draft.quality,
})
