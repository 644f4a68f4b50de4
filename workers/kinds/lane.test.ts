import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest'
import { withTestStore } from '#e2e/support/testStore'
import { databaseUrl } from '#store/database'
import { installQueue } from '#store/queue'
import { openLane } from './lane'

withTestStore()

let db: pg.Client
let way: Awaited<ReturnType<typeof wayTo>>
beforeAll(async () => {
  await installQueue(databaseUrl())
  db = new pg.Client({ connectionString: databaseUrl() })
  await db.connect()
  way = await wayTo(new URL(databaseUrl()))
  process.env.DATABASE_URL = way.url
})
beforeEach(() => way.mend())
afterAll(async () => {
  way.close()
  await db.end()
})

/** A way to the database that can be cut, and counts who comes in vain then. */
async function wayTo(to: URL) {
  const sockets = new Set<Socket>()
  let isCut = false
  let turnedAway = 0
  const server = createServer((socket) => {
    if (isCut) {
      turnedAway += 1
      socket.destroy()
      return
    }
    const onward = connect(Number(to.port), to.hostname)
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      sockets.add(one)
      one.on('error', () => other.destroy()).on('close', () => other.destroy())
      one.pipe(other)
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(to)
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: url.href,
    turnedAway: () => turnedAway,
    cut() {
      isCut = true
      turnedAway = 0
      for (const socket of sockets) socket.destroy()
      sockets.clear()
    },
    mend() {
      isCut = false
    },
    close: () => server.close(),
  }
}

/** A lane of one place whose tasks begin and end as the test says. */
async function laneOfOne() {
  let begin: (name: string) => void = () => undefined
  let end: () => void = () => undefined
  const names = new Set<string>()
  const task = async (payload: unknown) => {
    const mayEnd = new Promise<void>((resolve) => {
      end = resolve
    })
    begin((payload as { name: string }).name)
    await mayEnd
  }
  const lane = await openLane({ tasks: { task }, places: 1 }, names)
  onTestFinished(() => lane.stop())
  return {
    lane,
    names,
    end: () => end(),
    /** Settles with the next task's name when it has begun. */
    begun: () =>
      new Promise<string>((resolve) => {
        begin = resolve
      }),
  }
}

const add = (name: string) =>
  db.query('select graphile_worker.add_job($1, json_build_object($2::text, $3::text))', ['task', 'name', name])

it('a lane that loses its place with the database takes tasks again when that is back, under another name', async () => {
  const { names, begun, end } = await laneOfOne()
  const first = begun()
  await add('first')
  expect(await first).toBe('first')
  const [lost] = names
  way.cut()
  end()
  await expect.poll(() => names.size).toBe(0)
  const soFar = way.turnedAway()
  await expect.poll(() => way.turnedAway()).toBeGreaterThan(soFar + 3)
  const second = begun()
  way.mend()
  await add('second')
  expect(await second).toBe('second')
  expect(names.size).toBe(1)
  expect(names).not.toContain(lost)
  end()
})

it('a lane that waits for the database can be stopped', async () => {
  const { lane, names, begun, end } = await laneOfOne()
  const third = begun()
  await add('third')
  await third
  way.cut()
  end()
  await expect.poll(() => names.size).toBe(0)
  await lane.stop()
  expect(names.size).toBe(0)
})
