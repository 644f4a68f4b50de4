import { freePort } from '#scripts/postgres/freePort'
import { temporaryFolder } from '../support/temporaryFolder'
import { type NpmRun, npmRun } from './npmRun'

/** A running `npm start`. */
export interface NpmStart extends NpmRun {
  readonly url: string
}

/** Runs `npm start` as a person would, with a database and files of the test's own; ended with the test. */
export async function npmStart(env: Readonly<Record<string, string>> = {}): Promise<NpmStart> {
  const port = await freePort()
  const run = npmRun(['start'], {
    PORT: String(port),
    MEMEZAP_POSTGRES_DIR: temporaryFolder(),
    MEMEZAP_STORAGE__DIRECTORY: temporaryFolder(),
    ...env,
  })
  return { ...run, url: `http://localhost:${port}` }
}
