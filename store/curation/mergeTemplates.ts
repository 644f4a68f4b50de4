import { AppError } from '#core/errors'
import { database } from '../database'
import type { NewTemplatePicture } from '../templates/saveTemplate'
import type { StoredTemplate } from '../templates/template'
import { writeTemplate } from '../templates/writeTemplate'
import { lockTemplate, picturesOf, unchanged } from './lockTemplate'

/** Which two become one. */
export interface MergeRequest {
  readonly keepId: string
  readonly keepVersion: number
  readonly dropId: string
  readonly dropVersion: number
  /** The pictures of the one that is retired become variants of the other. */
  readonly movePictures: boolean
  readonly actor: string
}

/** The names of both, each once whatever its letters' case; those in `except` are known anyway. */
function united(one: readonly string[], other: readonly string[], except: readonly string[] = []): string[] {
  const known = new Set([...except, ...one].map((name) => name.toLowerCase()))
  const more = other.filter((name) => {
    const key = name.toLowerCase()
    return known.has(key) ? false : known.add(key)
  })
  return [...one, ...more]
}

/** The other's pictures under names that are free here; those whose bytes are here already are left out. */
function withMoved(own: readonly NewTemplatePicture[], drop: StoredTemplate): NewTemplatePicture[] {
  const pictures = [...own]
  for (const picture of picturesOf(drop)) {
    if (pictures.some(({ sourceSha256 }) => sourceSha256 === picture.sourceSha256)) continue
    const wanted = (picture.style === 'default' ? drop.slug : `${drop.slug} ${picture.style}`).slice(0, 56)
    const styles = pictures.map(({ style }) => style)
    let style = wanted
    for (let number = 2; styles.includes(style); number += 1) style = `${wanted} ${number}`
    pictures.push({ ...picture, style })
  }
  return pictures
}

/**
 * Makes one template of two: the one that stays gets the other's names, keywords and uses; the other is retired and leads to it.
 * @returns the one that stays
 * @throws AppError NOT_FOUND | INPUT_INVALID | WRONG_STATE; TemplateConflictError
 */
export async function mergeTemplates(request: MergeRequest): Promise<StoredTemplate> {
  const { keepId, dropId, actor } = request
  if (keepId === dropId)
    throw new AppError('INPUT_INVALID', 'Choose two different templates.', { details: { field: 'dropId' } })
  return database().$transaction(async (tx) => {
    // In one order, so that two merges of the same pair cannot wait for each other.
    const lockKeep = () => lockTemplate(tx, keepId, request.keepVersion)
    const lockDrop = () => lockTemplate(tx, dropId, request.dropVersion)
    const first = keepId < dropId ? await lockKeep() : await lockDrop()
    const second = keepId < dropId ? await lockDrop() : await lockKeep()
    const [keep, drop] = keepId < dropId ? [first, second] : [second, first]
    if (keep.state === 'RETIRED')
      throw new AppError('WRONG_STATE', 'The template to keep is retired. Publish it, or keep the other one.')
    if (drop.state === 'PUBLISHED' && keep.state !== 'PUBLISHED')
      throw new AppError('WRONG_STATE', 'Publish the template to keep first: people use the other one.')
    const same = unchanged(keep)
    const words = {
      ...same.words,
      aliases: united(keep.aliases, [drop.name, ...drop.aliases], [keep.name]),
      keywords: united(keep.keywords, drop.keywords),
    }
    const pictures = request.movePictures ? withMoved(same.pictures, drop) : same.pictures
    const kept = await writeTemplate(tx, keep, {
      ...same,
      words,
      pictures,
      moreUses: drop,
      actor,
      action: `merge ${drop.slug} into it`,
    })
    const gone = { uses: -drop.uses, lastUsedAt: null }
    const retired = { ...unchanged(drop), state: 'retired', mergedInto: keepId, moreUses: gone } as const
    await writeTemplate(tx, drop, { ...retired, actor, action: `merge into ${keep.slug}` })
    return kept
  })
}
