import { randomBytes } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '#e2e/support/temporaryFolder'
import { fetchModel } from './fetchModel'
import { type Hub, startHub } from './hubServer.testing'
import { readManifest } from './manifest'

const SMALL = 'tokenizer.json'
const LARGE = 'onnx/vision_model.onnx'

async function hubAndFolder() {
  const hub = await startHub({ [SMALL]: Buffer.from('{"small": true}'), [LARGE]: randomBytes(300_000) })
  const directory = path.join(temporaryFolder(), 'model')
  const said: string[] = []
  const heard: number[] = []
  const fetchNow = () =>
    fetchModel({
      ...{ model: 'model', directory, files: [SMALL, LARGE], baseUrl: hub.url, owner: 'owner', pauseMs: 0 },
      say: (line) => said.push(line),
      onBytes: (_, bytes) => {
        heard.push(bytes)
        hub.heard(bytes)
      },
    })
  return { hub, directory, said, heard, fetchNow }
}

const filesAre = (directory: string, hub: Hub) => {
  for (const [name, content] of hub.files) expect(readFileSync(path.join(directory, name)).equals(content)).toBe(true)
}
const leftovers = (directory: string) =>
  readdirSync(path.join(directory, 'onnx')).filter((name) => name.includes('partial'))

test('brings all files, of the commit that the first was of, and notes their checksums', async () => {
  const { hub, directory, heard, fetchNow } = await hubAndFolder()
  await fetchNow()
  filesAre(directory, hub)
  expect(leftovers(directory)).toEqual([])
  const manifest = await readManifest(directory)
  expect(manifest).toMatchObject({ model: 'model', source: `${hub.url}/owner/model` })
  expect(manifest!.files[LARGE]).toEqual({ bytes: 300_000, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(hub.requests.filter((line) => line.includes(LARGE))[0]).toContain(`/resolve/${manifest!.revision}/`)
  expect(manifest!.revision).toHaveLength(40)
  expect(heard.at(-1)).toBe(300_000)
})

test('what is here already is checked, not fetched', async () => {
  const { hub, said, fetchNow } = await hubAndFolder()
  await fetchNow()
  const before = hub.requests.length
  await fetchNow()
  expect(hub.requests.length).toBe(before)
  expect(said.slice(-2)).toEqual([SMALL, LARGE].map((name) => `${name}: here, and as it was downloaded`))
})

test('goes on where the connection broke, as often as something comes', async () => {
  const { hub, directory, fetchNow } = await hubAndFolder()
  await fetchModelOf(hub, directory, [SMALL])
  hub.cuts.push(100_000, 50_000, 0, 1, 0, 2, 0, 3)
  await fetchNow()
  filesAre(directory, hub)
  const ranges = hub.requests.flatMap((line) => /storage.* bytes=(\d+)-/.exec(line)?.[1] ?? []).map(Number)
  expect(ranges).toEqual([100_000, 150_000, 150_000, 150_001, 150_001, 150_003, 150_003, 150_006])
})

test('a next run goes on where the last one gave up', async () => {
  const { hub, directory, fetchNow } = await hubAndFolder()
  await fetchModelOf(hub, directory, [SMALL])
  hub.cuts.push(120_000, 0, 0, 0, 0, 0)
  await expect(fetchNow()).rejects.toThrow(/broke off at byte 120000\. Run the command again/)
  expect(existsSync(path.join(directory, LARGE))).toBe(false)
  expect(leftovers(directory)).toHaveLength(1)
  const before = hub.requests.length
  await fetchNow()
  expect(hub.requests.slice(before).at(-1)).toContain('bytes=120000-')
  filesAre(directory, hub)
  expect(leftovers(directory)).toEqual([])
})

test('a part that does not fit is thrown away, once', async () => {
  const { hub, directory, fetchNow } = await hubAndFolder()
  await fetchModelOf(hub, directory, [SMALL])
  hub.cuts.push(120_000, 0, 0, 0, 0, 0)
  await expect(fetchNow()).rejects.toThrow()
  const [partial] = leftovers(directory)
  writeFileSync(path.join(directory, 'onnx', partial!), randomBytes(1000))
  await fetchNow()
  filesAre(directory, hub)
})

test.each([SMALL, LARGE])('content that is not what the server announced is refused: %s', async (name) => {
  const { hub, directory, fetchNow } = await hubAndFolder()
  const other = Buffer.from(hub.files.get(name)!)
  other[5]! ^= 1
  hub.lie.set(name, other)
  await expect(fetchNow()).rejects.toThrow(new RegExp(`${name} is not the right file: its`))
  expect(existsSync(path.join(directory, name))).toBe(false)
})

test('a file that changed here comes again; one that changed there is refused', async () => {
  const { hub, directory, said, fetchNow } = await hubAndFolder()
  await fetchNow()
  appendFileSync(path.join(directory, LARGE), 'more')
  await fetchNow()
  expect(said.join('\n')).toContain('changed since it was downloaded')
  filesAre(directory, hub)
  appendFileSync(path.join(directory, LARGE), 'more')
  hub.files.set(LARGE, randomBytes(300_000))
  await expect(fetchNow()).rejects.toThrow(
    /not the right file: its SHA-256 is [0-9a-f]{64} where [0-9a-f]{64} was expected/,
  )
})

test('a file that somebody brought is kept when the server has the same', async () => {
  const { hub, directory, said, fetchNow } = await hubAndFolder()
  mkdirSync(path.join(directory, 'onnx'), { recursive: true })
  writeFileSync(path.join(directory, LARGE), hub.files.get(LARGE)!)
  await fetchNow()
  expect(said).toContain(`${LARGE}: here, and as the server has it`)
  expect(hub.requests.some((line) => line.startsWith('GET /storage'))).toBe(false)
  expect((await readManifest(directory))!.files[LARGE]!.bytes).toBe(300_000)
})

test('says which file the server does not have, and a damaged manifest by name', async () => {
  const { hub, directory, fetchNow } = await hubAndFolder()
  hub.files.delete(LARGE)
  await expect(fetchNow()).rejects.toThrow(/vision_model\.onnx answers 404.*clip\.model/)
  const nowhere = { ...hub, url: 'http://127.0.0.1:2' }
  await expect(fetchModelOf(nowhere, directory, [LARGE])).rejects.toThrow(/127\.0\.0\.1:2.*cannot be reached/)
  writeFileSync(path.join(directory, 'manifest.json'), '{')
  await expect(fetchNow()).rejects.toThrow(/manifest\.json is damaged/)
})

const fetchModelOf = (hub: Hub, directory: string, files: readonly string[]) =>
  fetchModel({
    ...{ model: 'model', directory, files, baseUrl: hub.url, owner: 'owner', pauseMs: 0 },
    say: () => {},
    onBytes: () => {},
  })
