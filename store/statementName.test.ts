import { expect, test } from 'vitest'
import { withTestStore } from '#e2e/support/testStore'
import { database } from './database'
import { statementName } from './statementName'

withTestStore()

const prepared = async () => {
  const [row] = await database().$queryRaw<{ count: number }[]>`
    select count(*)::int as count from pg_prepared_statements where name like 'memezap_%'`
  return row!.count
}

test('a statement is prepared once, and gives what its values ask for', async () => {
  const ask = (value: number) =>
    database().$queryRaw<{ twice: number }[]>`select ${value}::int + ${value}::int as twice`
  // One connection: each has statements of its own.
  await database().$transaction(async (tx) => {
    const names = () => tx.$queryRaw<{ name: string }[]>`select name from pg_prepared_statements order by name`
    await names()
    const before = (await names()).length
    for (const value of [1, 2, 3])
      expect(await tx.$queryRaw`select ${value}::int + 1 as next`).toEqual([{ next: value + 1 }])
    expect((await names()).length).toBe(before + 1)
  })
  expect(await ask(4)).toEqual([{ twice: 8 }])
  expect(await prepared()).toBeGreaterThan(0)
})

test('statements that take any column have no name, so that a migration beside them does no harm', async () => {
  await database().$executeRaw`create table grows (a int)`
  const all = () => database().$queryRaw`select * from grows`
  await database().$executeRaw`insert into grows values (1)`
  expect(await all()).toEqual([{ a: 1 }])
  await database().$executeRaw`alter table grows add column b int default 2`
  expect(await all()).toEqual([{ a: 1, b: 2 }])
})

test('only so many get a name, and the others work, too', async () => {
  const texts = Array.from({ length: 400 }, (_, i) => `select ${i} as i`)
  const names = texts.map(statementName)
  expect(new Set(names.filter((name) => name !== '')).size).toBeLessThanOrEqual(250)
  expect(names.at(-1)).toBe('')
  expect(await database().$queryRawUnsafe('select 399 as i')).toEqual([{ i: 399 }])
})
