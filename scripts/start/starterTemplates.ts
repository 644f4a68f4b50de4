import { startChild } from '#scripts/process/child'
import type { Progress } from './progress'

/**
 * Publishes the starter templates that the database has not had yet, in a process of its own: what it loads for that is gone afterwards. The code has
 * to be generated before. A failure is told and stops nothing: memes can be made without them.
 */
export async function publishStarterTemplates(
  folder: string,
  databaseUrl: string,
  { say }: Progress,
  signal: AbortSignal,
): Promise<void> {
  if (signal.aborted) return
  const child = startChild({
    args: ['--import', 'tsx', 'scripts/seed.ts'],
    folder,
    env: { ...process.env, DATABASE_URL: databaseUrl },
    line: say,
  })
  const stop = () => void child.stop()
  signal.addEventListener('abort', stop, { once: true })
  const words = await child.ended
  signal.removeEventListener('abort', stop)
  if (words === 'exit code 0' || signal.aborted) return
  say(`The starter templates could not be published (${words}). npm run seed tries again.`)
}
