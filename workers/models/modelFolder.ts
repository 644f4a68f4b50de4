import os from 'node:os'
import path from 'node:path'
import type { Config } from '#core/config'
import { projectRoot } from '#store/config'

/**
 * Where a model's files lie: a folder with the model's name in `clip.directory` (relative to the project), or in the user's
 * cache when that is empty.
 */
export function modelFolder({ directory, model }: Pick<Config['clip'], 'directory' | 'model'>): string {
  if (directory) return path.resolve(projectRoot(), directory, model)
  const given = process.env.XDG_CACHE_HOME
  const cache = given && path.isAbsolute(given) ? given : path.join(os.homedir(), '.cache')
  return path.join(cache, 'memezap', 'models', model)
}
