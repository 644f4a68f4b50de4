import { beforeAll, onTestFinished, test, vi } from 'vitest'
import { freePort } from '#scripts/postgres/freePort'
import { processIdentity } from '#scripts/process/identity'
import { projectFolder } from '#scripts/projectFolder'
import { buildSite, generateCode } from '#scripts/start/build'
import { progress } from '#scripts/start/progress'
import { databaseUrl } from '#store/database'
import { installQueue } from '#store/queue'
import { withTestStore } from '../support/testStore'
import { family, gone } from './family'
import { npmRun } from './npmRun'

// Started on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 })

withTestStore()
beforeAll(async () => {
  const told = progress((line) => console.log(line))
  await generateCode(projectFolder, told)
  await buildSite(projectFolder, told)
  await installQueue(databaseUrl())
})

test.each([
  ['worker', /"msg":"ready"/],
  ['site', /Ready in/],
])('npm run %s ends with what it started when a supervisor ends it', async (script, ready) => {
  const child = npmRun(['run', script], { DATABASE_URL: databaseUrl(), PORT: String(await freePort()) })
  await child.line(ready)
  const started = family(child.pid)
  onTestFinished(() => {
    for (const pid of started) if (processIdentity(pid)) process.kill(pid, 'SIGKILL')
  })
  process.kill(child.pid, 'SIGTERM')
  await gone(started)
})
