import { existsSync, utimesSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { AppError } from '#core/errors'
import { withTestStore } from '#e2e/support/testStore'
import { cleanUp } from '#store/cleanup'
import { config } from '#store/config'
import { database, databaseUrl } from '#store/database'
import { HANDED_FOLDER, putHandedPixels, takeHandedPixels } from '#store/handedPixels'
import { handOver, takeHandedWork } from '#store/handedWork'
import { jobEvents } from '#store/jobEvents'
import { installQueue } from '#store/queue'
import type { HelpingParts } from '../parts'
import { createPixelGate } from '../pixelGate'
import { type Help, helpWith } from './helpWith'

withTestStore()

const never = new AbortController().signal
let parts: HelpingParts
beforeAll(async () => {
  await installQueue(databaseUrl())
  await jobEvents().ready()
  parts = { config: config(), pixels: createPixelGate(1e8) } as HelpingParts
})

/** The id of work that nobody is at yet, as graphile-worker would hand it out. */
async function queued(): Promise<string> {
  for (;;) {
    const [task] = await database().$queryRaw<{ key: string }[]>`
      select key from graphile_worker.jobs where task_identifier = 'memezap_test' and attempts = 0`
    if (task) {
      await database().$executeRaw`select graphile_worker.remove_job(${task.key})`
      return task.key
    }
  }
}

/** Hands something over and does it here. */
async function handedTo(help: Help<unknown>, signal = never) {
  const handed = handOver<unknown>('memezap_test', { some: 'input' }, signal)
  // It is waited for below.
  handed.catch(() => undefined)
  const id = await queued()
  return { handed, helped: helpWith(id, help, parts), id }
}

it('brings the result back, and says how long nobody was at it', async () => {
  const { handed, helped } = await handedTo(async (input, { note }) => {
    note.waitedMs = 1e-3
    return { input, more: [1, 2] }
  })
  const { result, waitedMs } = await handed
  await helped
  expect(result).toEqual({ input: { some: 'input' }, more: [1, 2] })
  expect(waitedMs).toBeGreaterThan(0)
  expect(await database().handedWork.count()).toBe(0)
})

it('brings failures back: those with a name keep it', async () => {
  const named = await handedTo(async () => {
    throw new AppError('IMAGE_DAMAGED', 'Cut off.', { details: { at: 7 } })
  })
  await expect(named.handed).rejects.toMatchObject({ code: 'IMAGE_DAMAGED', message: 'Cut off.', details: { at: 7 } })
  const other = await handedTo(async () => {
    throw new TypeError('no such thing')
  })
  await expect(other.handed).rejects.toThrow(/another worker failed: TypeError: no such thing/)
})

it('brings a failure back also where what was handed over cannot be taken back', async () => {
  const db = database()
  await db.$executeRaw`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'refused'; end $$`
  await db.$executeRaw`create trigger refuse before delete on handed_work execute function refuse()`
  try {
    const { handed } = await handedTo(async () => {
      throw new AppError('IMAGE_DAMAGED')
    })
    await expect(handed).rejects.toMatchObject({ code: 'IMAGE_DAMAGED' })
  } finally {
    await db.$executeRaw`drop trigger refuse on handed_work`
    await db.$executeRaw`delete from handed_work`
  }
})

it('tells who is at it when nobody waits any more', async () => {
  const waiting = new AbortController()
  let began: () => void = () => undefined
  const begun = new Promise<void>((resolve) => {
    began = resolve
  })
  const { handed, helped, id } = await handedTo(async (_input, { id, signal }) => {
    await putHandedPixels(id, new Uint8Array(3))
    const aborted = new Promise((resolve) => signal.addEventListener('abort', resolve))
    began()
    await aborted
    return {}
  }, waiting.signal)
  await begun
  waiting.abort(new AppError('CANCELLED'))
  await expect(handed).rejects.toMatchObject({ code: 'CANCELLED' })
  await helped
  expect(existsSync(path.join(config().storage.directory, HANDED_FOLDER, id))).toBe(false)
  expect(await takeHandedWork(id, 3)).toBeUndefined()
})

it('gives up what has stopped every worker that tried', async () => {
  const handed = handOver('memezap_test', {}, never)
  handed.catch(() => undefined)
  const id = await queued()
  for (let attempt = 1; attempt <= 2; attempt++) expect(await takeHandedWork(id, 2)).toEqual({})
  expect(await takeHandedWork(id, 2)).toBeUndefined()
  await expect(handed).rejects.toMatchObject({ code: 'WORKER_CRASHED' })
})

it('leaves pixels once, and the clean-up takes what nobody fetched', async () => {
  await putHandedPixels('fetched', Uint8Array.of(1, 2, 3))
  expect([...(await takeHandedPixels('fetched'))]).toEqual([1, 2, 3])
  await expect(takeHandedPixels('fetched')).rejects.toThrow('storage.directory')
  await putHandedPixels('forgotten', Uint8Array.of(1))
  await putHandedPixels('young', Uint8Array.of(1))
  const file = (name: string) => path.join(config().storage.directory, HANDED_FOLDER, name)
  utimesSync(file('forgotten'), 0, 0)
  await database().handedWork.create({
    data: { id: '00000000-0000-4000-8000-000000000000', input: {}, createdAt: new Date(0) },
  })
  await cleanUp(config())
  expect([existsSync(file('forgotten')), existsSync(file('young'))]).toEqual([false, true])
  expect(await database().handedWork.count()).toBe(0)
})
