import { createHash } from 'node:crypto'

/** The same process by a name that says nothing of it: names of processes hold those of their machines, and a random part that nobody guesses. */
export const nameless = (process: string): string => createHash('sha256').update(process).digest('hex').slice(0, 8)
