import type { ImageFormat } from '#core/format'
import type { MemeReport } from '#core/report'
import type { MemeReportResolvers, MemeResolvers } from '../../generated/resolvers'
import { imageUrl, pageUrl } from '../../links'
import { publicStage } from '../job/publicStage'

const formats = { jpeg: 'JPEG', png: 'PNG', webp: 'WEBP' } as const
const methods = { none: 'NONE', flat: 'FLAT', inpaint: 'INPAINT', restore: 'RESTORE', mixed: 'MIXED' } as const
const placements = { template: 'TEMPLATE', replaced: 'REPLACED', overlay: 'OVERLAY', bar: 'BAR' } as const

/** How a meme's row becomes the public Meme. */
export const memeFields: MemeResolvers = {
  url: ({ file }, _args, { config }) => imageUrl(file, config),
  pageUrl: ({ id }, _args, { config }) => pageUrl(id, config),
  format: ({ format }) => formats[format as ImageFormat],
  before: ({ sourceSha256 }, _args, { pictures }) => pictures.load(sourceSha256),
  report: ({ report }) => report as unknown as MemeReport,
}

/** How a stored report becomes the public one. */
export const memeReportFields: MemeReportResolvers = {
  removal: ({ removal }) => ({ ...removal, method: methods[removal.method] }),
  placement: ({ placement }) => placements[placement],
  matches: ({ matches }) => matches ?? [],
  recognition: ({ recognition }) => recognition ?? null,
  stages: ({ stages }) => stages.map((row) => ({ ...row, stage: publicStage(row.stage) })),
}
