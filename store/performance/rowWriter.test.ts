import { expect, test } from 'vitest'
import { stageRow } from '#e2e/support/stageRow'
import { withTestStore } from '#e2e/support/testStore'
import { closeDatabase, database } from '../database'
import { openRowWriter } from './rowWriter'

withTestStore()

const count = () => database().stageRow.count()

test('writes rows of several jobs together, and the last ones when it is closed', async () => {
  const writer = openRowWriter(() => {})
  for (let job = 0; job < 5; job += 1) writer.save([stageRow('decode', 1), stageRow('job', 2)])
  await writer.close()
  expect(await count()).toBe(10)
  const [row] = await database().$queryRaw<{ moments: number }[]>`
    select count(distinct xmin::text)::int as moments from stage_row`
  expect(row!.moments).toBe(1)
})

test('writes by itself after a moment', async () => {
  const writer = openRowWriter(() => {})
  const before = await count()
  writer.save([stageRow('job', 2)])
  await expect.poll(count).toBe(before + 1)
  await writer.close()
})

test('keeps what cannot be written until it can, and says so once', async () => {
  const before = await count()
  const url = process.env.DATABASE_URL
  await closeDatabase()
  process.env.DATABASE_URL = 'postgres://nobody@127.0.0.1:9/none'
  const complaints: unknown[] = []
  const writer = openRowWriter((error) => complaints.push(error))
  writer.save([stageRow('job', 3)])
  await expect.poll(() => complaints.length).toBe(1)
  await closeDatabase()
  process.env.DATABASE_URL = url
  writer.save([stageRow('job', 4)])
  await writer.close()
  expect(await count()).toBe(before + 2)
  expect(complaints).toHaveLength(1)
})

test('leaves out a job whose rows no table takes, and says so; the others are written', async () => {
  const before = await count()
  const complaints: unknown[] = []
  const writer = openRowWriter((error) => complaints.push(error))
  for (const durationMs of [1, Number.NaN, 2]) writer.save([stageRow('ocr', 1), stageRow('job', durationMs)])
  await writer.close()
  expect(await count()).toBe(before + 5)
  expect(complaints).toHaveLength(1)
})
