import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { temporaryFolder } from '#e2e/support/temporaryFolder'
import { processIdentity } from '#scripts/process/identity'
import { postgresTree } from './postgresTree'
import { runningPostmaster } from './postmaster'
import { type PostgresServer, startServer } from './server'

let tree: string
const servers: PostgresServer[] = []

beforeAll(async () => {
  tree = await postgresTree(() => {})
})
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()))
})

async function start(folder: string): Promise<PostgresServer> {
  const server = await startServer({ tree, folder, throwaway: false })
  servers.push(server)
  return server
}

async function query(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

const postmasterOf = (folder: string): number => runningPostmaster(path.join(folder, 'data'))?.pid ?? 0

/** Resolves when a process is gone. */
async function gone(pid: number): Promise<void> {
  while (processIdentity(pid)) await new Promise((resolve) => setImmediate(resolve))
}

test('has pgvector, keeps its data over a restart, and its address if the port stays free', async () => {
  const folder = temporaryFolder()
  const first = await start(folder)
  await query(
    first.url,
    'CREATE EXTENSION vector; CREATE TABLE kept (v vector(3)); INSERT INTO kept VALUES ($$[1,2,3]$$)',
  )
  const pid = postmasterOf(folder)
  await first.stop()
  expect(processIdentity(pid)).toBeUndefined()
  const second = await start(folder)
  expect(await query(second.url, "SELECT v <-> '[1,2,5]' AS distance FROM kept")).toEqual([{ distance: 2 }])
})

test('nobody gets in without the password, which other users cannot read', async () => {
  const folder = temporaryFolder()
  const { url } = await start(folder)
  const guessed = new URL(url)
  guessed.password = 'guessed'
  await expect(query(guessed.href, 'SELECT 1')).rejects.toThrow('password authentication failed')
  expect(statSync(path.join(folder, 'password')).mode & 0o077).toBe(0)
  expect(statSync(path.join(folder, 'data')).mode & 0o077).toBe(0)
})

test('comes up again after kill -9, with what was committed', async () => {
  const folder = temporaryFolder()
  const first = await start(folder)
  await query(first.url, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (42)')
  process.kill(postmasterOf(folder), 'SIGKILL')
  await first.ended
  const second = await start(folder)
  expect(await query(second.url, 'SELECT n FROM kept')).toEqual([{ n: 42 }])
})

test('a server whose keeper was killed is ended and replaced', async () => {
  const folder = temporaryFolder()
  const first = await start(folder)
  const orphan = postmasterOf(folder)
  process.kill(first.keeperPid, 'SIGKILL')
  await first.ended
  expect(processIdentity(orphan)).toBeDefined()
  const second = await start(folder)
  expect(processIdentity(orphan)).toBeUndefined()
  expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

test('ends when its starter is killed, and a throwaway takes its folder away', async () => {
  const folder = temporaryFolder()
  const module = JSON.stringify(fileURLToPath(new URL('server.ts', import.meta.url)))
  const options = JSON.stringify({ tree, folder, throwaway: true })
  const code = `import(${module}).then(async ({ startServer }) => console.log((await startServer(${options})).keeperPid))`
  const starter = spawn(process.execPath, ['--import', 'tsx', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(createInterface({ input: starter.stdout }), 'line')
  const pids = [Number(line), postmasterOf(folder)]
  expect(pids.every((pid) => processIdentity(pid))).toBe(true)
  starter.kill('SIGKILL')
  for (const pid of pids) await gone(pid)
  expect(existsSync(folder)).toBe(false)
})

test('says what is wrong when it cannot start', async () => {
  const folder = temporaryFolder()
  const server = await start(folder)
  await server.stop()
  writeFileSync(path.join(folder, 'data/postgresql.auto.conf'), "work_mem = 'plenty'\n")
  await expect(start(folder)).rejects.toThrow(/Postgres does not start on .*\n.*work_mem/)
})
