import type { WorkKind } from '#core/workKind'
import { config } from '#store/config'
import { putHandedPixels } from '#store/handedPixels'
import { handedTask } from '#store/handedWork'
import { openPicture } from '../stages/openPicture'
import { textReaderId } from '../stages/readText'
import type { PartsSource } from '../startWorker'
import type { StageNote } from '../step'
import type { Reading, ReadingInput } from './handedReader'
import type { Removal, RemovalInput } from './handedRemover'
import { type Help, helpWith } from './helpWith'
import type { Lane } from './lane'
import type { KnownGround } from './wordRemover'

/** Where this process does one kind of stages for others' jobs, as many at once as it does of its own. */
export async function helpLane(kind: Extract<WorkKind, 'ocr' | 'inpaint'>, source: PartsSource): Promise<Lane> {
  const { workers } = config()
  const taskNamed = (name: string, help: Help<never>): Lane['tasks'] => ({
    [name]: (payload) =>
      source.withHelp((parts) => helpWith((payload as { id: string }).id, help as Help<unknown>, parts)),
  })
  if (kind === 'inpaint') return { tasks: taskNamed(handedTask.inpaint(), takeWordsAway), places: workers.inpaint }
  const { version } = await textReaderId(config())
  return { tasks: taskNamed(handedTask.ocr(version), readPicture), places: workers.ocr }
}

const readPicture: Help<ReadingInput> = async ({ sha256, maxDimension }, helping) => {
  const { parts, signal, note } = helping
  const { bitmap } = await openPicture(sha256, helping, note)
  const lines = await parts.reader.read({ sha256, bitmap }, maxDimension, signal, note)
  return { lines, device: parts.reader.device ?? '' } satisfies Reading
}

const takeWordsAway: Help<RemovalInput> = async ({ sha256, lines, options, ground }, helping) => {
  const { id, parts, signal, note } = helping
  const { bitmap } = await openPicture(sha256, helping, note)
  const known = ground && (await groundOf(ground, helping, note))
  const removed = await parts.remover.remove({ sha256, bitmap }, lines, options, signal, note, known ?? undefined)
  const { bitmap: cleaned, ...rest } = removed
  if (cleaned === bitmap) return { ...rest, size: null } satisfies Removal
  await putHandedPixels(id, cleaned.data)
  const { width, height, channels } = cleaned
  return { ...rest, size: { width, height, channels } } satisfies Removal
}

async function groundOf(
  { sha256, ...rest }: NonNullable<RemovalInput['ground']>,
  helping: Parameters<Help<RemovalInput>>[1],
  note: StageNote,
): Promise<KnownGround> {
  const { bitmap: template } = await openPicture(sha256, helping, note, 'templates')
  return { ...rest, pictureSha256: sha256, template }
}
