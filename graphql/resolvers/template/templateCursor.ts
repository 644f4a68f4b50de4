import { invalid } from '../../input/invalid'

const written = /^template (\d{1,6})$/

/** A place in a list of templates. Opaque to clients, so that it may change. */
export const templateCursor = (position: number): string => Buffer.from(`template ${position}`).toString('base64url')

/** How many templates come before the page after this cursor. @throws AppError INPUT_INVALID for what is no cursor of ours */
export function readTemplateCursor(cursor: string): number {
  const [, position] = written.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (position === undefined) throw invalid('after', 'after must be a cursor from an earlier page.')
  return Number(position) + 1
}
