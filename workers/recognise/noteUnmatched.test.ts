import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { Bitmap } from '#core/bitmap'
import { withTestStore } from '#e2e/support/testStore'
import { database } from '#store/database'
import { fileSize } from '#store/files'
import { recurringUploads } from '#store/recurringUploads'
import { noteUnmatched } from '#workers/recognise/noteUnmatched'
import { asJpeg, drawn, drawnScene, lineAt, opened, withWords } from '#workers/recognise/testing/drawnScene'
import { probeUpload } from '#workers/recognise/uploadProbe'

withTestStore()

beforeEach(async () => {
  await database().$executeRaw`delete from unmatched_group`
})

const scene = drawnScene(4, 400, 300)
const place = { x: 40, y: 20, width: 320, height: 40 }

async function note(bitmap: Bitmap, sha256: string = randomUUID()): Promise<string> {
  await noteUnmatched({ sha256, open: async () => bitmap, probe: await probeUpload(bitmap, []) }, 90)
  return sha256
}

/** With its words read. */
async function noteRead(bitmap: Bitmap, at: typeof place): Promise<string> {
  const sha256 = randomUUID()
  await noteUnmatched({ sha256, open: async () => bitmap, probe: await probeUpload(bitmap, [lineAt(bitmap, at)]) }, 90)
  return sha256
}

const counts = async () =>
  (await database().$queryRaw<{ count: number }[]>`select count from unmatched_group order by count`).map(
    ({ count }) => count,
  )

test('a picture that comes again with other words, smaller, or framed, is the same; another is not', async () => {
  await note(withWords(scene, place))
  await note(await drawn(opened(withWords(scene, { ...place, y: 230 })).resize(260)))
  await note(await asJpeg(await drawn(opened(scene).extend({ top: 60, bottom: 60, background: '#ffffff' })), 40))
  await note(drawnScene(5, 400, 300))
  expect(await counts()).toEqual([1, 3])
  const [listed] = await recurringUploads(10)
  expect(listed).toMatchObject({ count: 3, width: 400, height: 420 })
  expect(await fileSize('images', listed!.file)).not.toBeNull()
})

test('the copy that is kept is of the one with the fewest words', async () => {
  const [first, second, third] = [place, { ...place, y: 120 }, { ...place, y: 220 }].map((at) => withWords(scene, at))
  await noteRead(first!, place)
  await noteRead(second!, { ...place, y: 120 })
  const kept = await noteRead(third!, { ...place, y: 220 })
  expect(await recurringUploads(10)).toMatchObject([{ sha256: kept, count: 3 }])
  const clean = await note(scene)
  expect(await recurringUploads(10)).toMatchObject([{ sha256: clean, count: 4 }])
})

test('an interface around pictures does not make them the same, nor do plain pictures become one', async () => {
  // A screen with rows of buttons above and below the picture.
  const screen = async (seed: number): Promise<Bitmap> => {
    const framed = await drawn(
      opened(drawnScene(seed, 400, 300)).extend({ top: 70, bottom: 70, background: '#ffffff' }),
    )
    const buttons = Array.from({ length: 9 }, (_, k) => ({
      x: 15 + k * 42,
      y: k % 2 === 0 ? 20 : 400,
      width: 28,
      height: 24,
    }))
    return buttons.reduce((bitmap, at) => withWords(bitmap, at), framed)
  }
  await note(await screen(11))
  await note(await screen(12))
  expect(await counts()).toEqual([1, 1])
  const plain: Bitmap = { data: new Uint8Array(300 * 200 * 3).fill(240), width: 300, height: 200, channels: 3 }
  await note(plain)
  const at = { x: 20, y: 20, width: 90, height: 20 }
  await noteRead(withWords(plain, at), at)
  expect(await counts()).toEqual([1, 1])
})
