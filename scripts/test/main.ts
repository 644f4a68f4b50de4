import { progress } from '#scripts/start/progress'
import { gates } from './gates'
import { type Counts, runVitest } from './vitest'

const testTimeoutMs = 30 * 60_000

const add = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
})

/**
 * Checks everything: first what is no test (each counts as one in the sum), then unit, store, API and worker tests, then those of
 * the whole system in a browser. Goes on after a failure, so that one run shows all of them. Returns the exit code.
 */
export async function test(): Promise<number> {
  const told = progress((line) => console.log(line))
  const failures: string[] = []
  let sum: Counts = { passed: 0, failed: 0, skipped: 0 }
  for (const { name, check } of gates) {
    try {
      await told.step(name, () => check(told))
      sum = add(sum, { passed: 1, failed: 0, skipped: 0 })
    } catch (error) {
      console.error(`\n✗ ${name}: ${(error as Error).message}\n`)
      failures.push(name)
      sum = add(sum, { passed: 0, failed: 1, skipped: 0 })
    }
  }
  for (const project of ['unit', 'e2e']) {
    const counts = await told.step(`Tests: ${project}`, () => runVitest(project, testTimeoutMs))
    if (counts.failed > 0) failures.push(`Tests: ${project}`)
    sum = add(sum, counts)
  }
  told.say(failures.length === 0 ? 'Everything is in order' : `Not in order: ${failures.join(', ')}`)
  console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`)
  return failures.length === 0 ? 0 : 1
}
