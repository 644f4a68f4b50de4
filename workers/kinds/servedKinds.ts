import { parseArgs } from 'node:util'
import { type WorkKind, workKinds } from '#core/workKind'

/** `--kinds` or its variable names something that is no kind of work. */
export class KindsError extends Error {}

/**
 * The kinds of work that a worker process is to serve: `--kinds ocr,inpaint`, else `MEMEZAP_WORKER_KINDS=ocr,inpaint`, else all.
 * @throws KindsError in words for who started it
 */
export function servedKinds(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): ReadonlySet<WorkKind> {
  const text = argument(args) ?? env.MEMEZAP_WORKER_KINDS
  if (text === undefined || text.trim() === '') return new Set(workKinds)
  const names = text.split(',').map((name) => name.trim().toLowerCase())
  const wrong = names.filter((name) => !workKinds.some((kind) => kind === name))
  if (wrong.length > 0) throw new KindsError(`There is no kind of work named “${wrong.join('”, “')}”. ${choice}`)
  return new Set(workKinds.filter((kind) => names.includes(kind)))
}

const choice = `Name some of ${workKinds.join(', ')} with commas between them, for example --kinds ocr,inpaint; without it a worker does all of them.`

function argument(args: readonly string[]): string | undefined {
  try {
    const { kinds } = parseArgs({ args: [...args], options: { kinds: { type: 'string' } } }).values
    if (kinds?.trim() === '') throw new Error('--kinds is empty.')
    return kinds
  } catch (error) {
    throw new KindsError(`${error instanceof Error ? error.message : error} ${choice}`)
  }
}
