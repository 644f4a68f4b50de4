import type { Clip } from '../models/clip/clip'

/** In a process that does not serve `embed`: nothing of CLIP is loaded, and nobody asks it for a vector. @param model as the config names it */
export const clipElsewhere = (model: string): Clip => ({
  report: { state: 'missing', model, missing: [], how: 'a worker that serves embed has it' },
  available: false,
  embedImage: async () => undefined,
  embedText: async () => undefined,
  close: async () => undefined,
})
