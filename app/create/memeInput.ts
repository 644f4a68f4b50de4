import type { ImageFormat } from '#core/format'
import type { CaptionStyle } from '#core/style'
import type { ImageFormat as ApiFormat, CaptionStyleInput, GenerateMemeInput } from '../generated/graphql'
import type { Draft } from './draft'
import { replacesWords, usedFields } from './usedFields'

const fonts = { anton: 'ANTON', 'noto-sans': 'NOTO_SANS', comic: 'COMIC' } as const
const cases = { upper: 'UPPER', 'as-typed': 'AS_TYPED' } as const
const aligns = { left: 'LEFT', center: 'CENTER', right: 'RIGHT' } as const
const verticals = { top: 'TOP', middle: 'MIDDLE', bottom: 'BOTTOM' } as const
const formats = { jpeg: 'JPEG', png: 'PNG', webp: 'WEBP' } as const satisfies Record<ImageFormat, ApiFormat>

export const apiFormat = (format: ImageFormat): ApiFormat => formats[format]

const styleInput = (style: CaptionStyle): CaptionStyleInput => ({
  font: fonts[style.font],
  letterCase: cases[style.letterCase],
  align: aligns[style.align],
  color: style.color === 'auto' ? null : style.color,
  outlineColor: style.outlineColor === 'auto' ? null : style.outlineColor,
  outlineWidth: style.outlineWidth === 'auto' ? null : style.outlineWidth,
  verticalAlign: style.verticalAlign === 'auto' ? null : verticals[style.verticalAlign],
})

/** The request that makes what the draft says. */
export const memeInput = (draft: Draft, source: GenerateMemeInput['source']): GenerateMemeInput => ({
  source,
  captions: usedFields(draft).map((field) => field.text),
  mode: draft.mode,
  style: styleInput(draft.style),
  keepRegions: replacesWords(draft.mode) ? draft.keptRegions : [],
  format: apiFormat(draft.format),
  quality: draft.format === 'png' ? null : draft.quality,
})
