import type { ClipState as StoredClipState } from '#store/templates/vectors/vectorProgress'
import type { ClipState, VectorStatusResolvers } from '../../generated/resolvers'

const clipStates: Readonly<Record<StoredClipState, ClipState>> = {
  ready: 'READY',
  missing: 'MISSING',
  broken: 'BROKEN',
  away: 'UNKNOWN',
}

/** How the worker's progress becomes what curators see. */
export const vectorStatusFields: VectorStatusResolvers = {
  pictures: ({ total }) => total,
  fingerprinted: ({ recognition }) => recognition.done,
  embedded: ({ clip }) => clip.done,
  clipModel: ({ clip }, _args, { config }) => clip.model ?? config.clip.model,
  clip: ({ clip }) => clipStates[clip.state],
  clipAdvice: ({ clip }) =>
    clip.state === 'away' ? 'No worker is running, so nobody knows whether CLIP is there.' : clip.how,
}
