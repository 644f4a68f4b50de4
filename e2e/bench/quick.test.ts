import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import type { BenchResult } from '#scripts/bench/report/result'
import { runToEnd } from '#scripts/process/runToEnd'
import { projectFolder } from '#scripts/projectFolder'
import { buildSite, generateCode } from '#scripts/start/build'
import { progress } from '#scripts/start/progress'
import { testEnvironment } from '#scripts/test/vitest'
import { temporaryFolder } from '../support/temporaryFolder'

// Two systems are started, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000 })

beforeAll(async () => {
  const told = progress((line) => console.log(line))
  await generateCode(projectFolder, told)
  await buildSite(projectFolder, told)
})

/** Two whole systems, one that loads its models for each request; what it measures is not looked at. */
test('npm run bench -- --quick measures both sides through API and subscription, and a batch', async () => {
  const json = path.join(temporaryFolder(), 'bench.json')
  await runToEnd('npm run bench', {
    args: ['--import', 'tsx', 'scripts/bench.ts', '--quick', '--only', 'equal,batch-captions', '--json', json],
    folder: projectFolder,
    env: testEnvironment(),
  })
  const result = JSON.parse(readFileSync(json, 'utf8')) as BenchResult
  expect(result.devices.before).toEqual({ ocr: 'cpu', clip: 'cpu fp32' })
  expect(result.devices.after.clip).toMatch(/^\w+ (int8|fp32|fp16)$/)
  expect(result.device).toBe(result.devices.after.ocr)
  expect(result.machine.cores).toBeGreaterThan(0)
  expect(result.versions.node).toBe(process.version)
  expect(result.rssMb).toBeGreaterThan(100)
  const [equal] = result.scenarios
  expect(equal).toMatchObject({ id: 'equal', n: 1, targetMs: 10, targetRatio: 100 })
  for (const ms of [equal!.beforeMsP50, equal!.afterMsP50, equal!.floorMsP50]) expect(ms).toBeGreaterThan(0)
  const [batch] = result.throughput
  expect(batch).toMatchObject({ id: 'batch-captions', after: { n: 4 } })
})
