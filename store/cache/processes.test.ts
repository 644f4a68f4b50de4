import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTestStore } from '#e2e/support/testStore'
import { tierKinds, withRedis } from './testing/tiers'

withTestStore()
const redis = withRedis()
const program = fileURLToPath(new URL('testing/maker.ts', import.meta.url))

/** A process that asks for entries. */
interface Maker {
  readonly child: ChildProcessByStdio<Writable, Readable, null>
  /** What it has printed since it was asked last. */
  said: string[]
  tell(line: string): void
}

/** Resolves when it is ready to be asked. */
async function startMaker(kind: (typeof tierKinds)[number]): Promise<Maker> {
  const child = spawn(process.execPath, ['--import', 'tsx', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, REDIS_URL: kind === 'redis' ? redis.server.url : '' },
  })
  const maker: Maker = { child, said: [], tell: (line) => child.stdin.write(`${line}\n`) }
  const lines = createInterface(child.stdout)
  lines.on('line', (line) => maker.said.push(line))
  await once(lines, 'line')
  return maker
}

const patient = { timeout: 30_000 }

describe.each(tierKinds)('processes that share %s', (kind) => {
  let makers: readonly Maker[] = []
  beforeAll(async () => {
    makers = await Promise.all([0, 1, 2].map(() => startMaker(kind)))
  }, 100_000)
  afterAll(() => {
    for (const { child } of makers) child.kill('SIGKILL')
  })

  const making = (among = makers) => among.filter(({ said }) => said.includes('making'))
  /** All ask at once; @returns the one who makes it, when it is sure who. */
  async function ask(): Promise<Maker> {
    const key = randomUUID()
    for (const maker of makers) {
      maker.said = []
      maker.tell(key)
    }
    await expect.poll(() => making(), patient).toHaveLength(1)
    return making()[0]!
  }
  const allAnswer = (among: readonly Maker[], answer: string) =>
    expect.poll(() => among.map(({ said }) => said.at(-1)), patient).toEqual(among.map(() => answer))

  test('make the same thing once, and all get it', async () => {
    const maker = await ask()
    maker.tell('the value')
    await allAnswer(makers, 'answer the value')
    expect(making()).toEqual([maker])
  }, 60_000)

  test('make it anew when the one who made it failed', async () => {
    const maker = await ask()
    const left = makers.filter((one) => one !== maker)
    maker.tell('fail')
    await allAnswer([maker], 'failed the maker failed')
    await expect.poll(() => making(left), patient).toHaveLength(1)
    making(left)[0]!.tell('made anew')
    await allAnswer(left, 'answer made anew')
    expect(making(left)).toHaveLength(1)
  }, 60_000)

  test('go on when the one who made it was killed: another makes it', async () => {
    const maker = await ask()
    const left = makers.filter((one) => one !== maker)
    const gone = once(maker.child, 'exit')
    maker.child.kill('SIGKILL')
    await gone
    await expect.poll(() => making(left), patient).toHaveLength(1)
    making(left)[0]!.tell('the other value')
    await allAnswer(left, 'answer the other value')
    expect(making(left)).toHaveLength(1)
  }, 60_000)
})
