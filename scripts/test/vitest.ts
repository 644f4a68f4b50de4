import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startChild } from '#scripts/process/child'
import { projectFolder } from '#scripts/projectFolder'

/** How many tests ended how. */
export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
}

function readReport(file: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as VitestReport
  } catch {
    return undefined
  }
}

/** What the tests must not see: where this person's real data is, and settings of theirs. */
const isPersonal = (name: string): boolean => name === 'DATABASE_URL' || name === 'PORT' || /^MEMEZAP_.*__/.test(name)

/** This process's environment without what is personal. */
export const testEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !isPersonal(name))) as NodeJS.ProcessEnv

/**
 * Runs the tests of one project of vitest.config.ts. A run that failed without a failed test, for example because a file
 * could not be loaded, counts as one failure.
 */
export async function runVitest(project: string, timeoutMs: number): Promise<Counts> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'memezap-report-'))
  const reportFile = path.join(folder, 'report.json')
  const child = startChild({
    args: [
      path.join(projectFolder, 'node_modules/vitest/vitest.mjs'),
      ...['run', '--project', project],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`],
    ],
    folder: projectFolder,
    env: testEnvironment(),
    line: (line) => console.log(line),
  })
  const limit = setTimeout(() => {
    console.error(`The ${project} tests took more than ${timeoutMs / 60_000} minutes and were ended.`)
    void child.stop()
  }, timeoutMs)
  const words = await child.ended
  clearTimeout(limit)
  const report = readReport(reportFile)
  rmSync(folder, { recursive: true, force: true })
  const failed = report?.numFailedTests ?? 0
  return {
    passed: report?.numPassedTests ?? 0,
    failed: words === 'exit code 0' ? failed : Math.max(1, failed),
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  }
}
