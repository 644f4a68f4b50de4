/** A value with the steps that led to it and those that were taken back. */
export interface History<T> {
  readonly past: readonly T[]
  readonly present: T
  readonly future: readonly T[]
  /** Changes with the same key in a row are one step: letters typed into one field. */
  readonly key: string | null
}

const longest = 200

/** A history of one state, with nothing to undo. */
export const startHistory = <T>(present: T): History<T> => ({ past: [], present, future: [], key: null })

/** @param key joins this step with the one before when equal and not null */
export function record<T>(history: History<T>, present: T, key: string | null): History<T> {
  if (present === history.present) return history
  const joins = key !== null && key === history.key && history.past.length > 0
  const past = joins ? history.past : [...history.past, history.present].slice(-longest)
  return { past, present, future: [], key }
}

/** Changes every step alike: what the program, not the person, decided. */
export const amend = <T>(history: History<T>, change: (value: T) => T): History<T> => ({
  past: history.past.map(change),
  present: change(history.present),
  future: history.future.map(change),
  key: null,
})

/** One step back; the same history when there is none. */
export function undo<T>(history: History<T>): History<T> {
  const previous = history.past.at(-1)
  if (previous === undefined) return history
  return { past: history.past.slice(0, -1), present: previous, future: [history.present, ...history.future], key: null }
}

/** One step forward again; the same history when nothing was undone. */
export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future
  if (next === undefined) return history
  return { past: [...history.past, history.present], present: next, future, key: null }
}
