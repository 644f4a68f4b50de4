import { type ChildProgram, startChild } from './child'

/** A program that a preparation needed did not end well; the message has its last words. */
export class ProgramFailed extends Error {}

const lastLines = 120

/**
 * Runs a Node program to its end. It is stopped when `signal` aborts.
 * @throws ProgramFailed with the end of what it printed
 */
export async function runToEnd(name: string, program: Omit<ChildProgram, 'line'>, signal?: AbortSignal): Promise<void> {
  const printed: string[] = []
  const child = startChild({ ...program, line: (line) => printed.push(line) })
  const stop = () => void child.stop()
  if (signal?.aborted) stop()
  signal?.addEventListener('abort', stop, { once: true })
  const words = await child.ended
  signal?.removeEventListener('abort', stop)
  if (words === 'exit code 0') return
  throw new ProgramFailed(`${name} failed (${words}):\n${printed.slice(-lastLines).join('\n')}`)
}
