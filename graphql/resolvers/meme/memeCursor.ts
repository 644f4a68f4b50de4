import { isUuid } from '#store/jobs/findJob'
import { invalid } from '../../input/invalid'

/** A place in the list of memes: what `pageOfMemes` continues after. */
interface MemePosition {
  readonly createdAt: Date
  readonly id: string
}

/** Opaque to clients, so that it may change. */
export const memeCursor = ({ createdAt, id }: MemePosition): string =>
  Buffer.from(`${createdAt.getTime()} ${id}`).toString('base64url')

/** @throws AppError INPUT_INVALID for what is no cursor of ours */
export function readMemeCursor(cursor: string): MemePosition {
  const [time = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ')
  const createdAt = new Date(Number(time || Number.NaN))
  if (Number.isNaN(createdAt.getTime()) || !isUuid(id))
    throw invalid('after', 'after must be a cursor from an earlier page.')
  return { createdAt, id }
}
