import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { benchPicture } from '#scripts/bench/picture'
import { projectFolder } from '#scripts/projectFolder'
import { publishTemplates } from '../support/publishTemplates'
import { type Stack, stackAdminToken, startStack } from '../support/stack'

const run = promisify(execFile)
let stack: Stack
let folder: string
/** What the commands of docs/api.md printed. */
let api: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'memezap-docs-'))
  await writeFile(path.join(folder, 'meme.jpg'), benchPicture(1, ['READ THE', 'MANUAL']))
  stack = await startStack()
  await publishTemplates(stack, ['two-terrible-buttons', 'a-flawless-plan'])
})

afterAll(async () => {
  await stack?.stop()
  await rm(folder, { recursive: true, force: true })
})

/** The shell commands of a document, as a reader would copy them. */
async function commandsOf(document: string, language: string): Promise<string> {
  const text = await readFile(path.join(projectFolder, document), 'utf8')
  const blocks = text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))
  return Array.from(blocks, ([, commands]) => commands).join('\n')
}

test('the commands of docs/api.md make a meme', async () => {
  const commands = await commandsOf('docs/api.md', 'bash')
  const { stdout } = await run('bash', ['-eu', '-c', commands], {
    cwd: folder,
    env: { ...process.env, SITE: stack.url, MEMEZAP_ADMIN_TOKEN: stackAdminToken },
  })
  api = stdout
  expect(stdout).toContain('READ THE')
  expect(stdout).toContain('"state":"DONE"')
  const picture = await sharp(path.join(folder, 'result.jpg')).metadata()
  expect(picture).toMatchObject({ format: 'jpeg', width: 1024 })
  expect(stdout).toContain('"slug":"two-terrible-buttons"')
  expect(stdout).toContain('"state":"PUBLISHED","template":{"slug":"read-the-manual"}')
  expect(stdout).toMatch(
    /"importReport":\{"total":\d+,"created":0,"updated":0,"unchanged":\d+,"failed":0,"folders":\[\]\}/,
  )
  expect(await sharp(path.join(folder, 'template.jpg')).metadata()).toMatchObject({ format: 'jpeg', width: 1080 })
})

test('the commands of docs/api.md make several at once', async () => {
  expect(api).toContain('"message":"There are no words to put on the picture. Type at least one caption."')
  expect(api).toMatch(/"total":4,"waiting":0,"running":0,"done":3,"failed":1,"fraction":1,"etaSeconds":0,"ended":true/)
})

test('the commands of README.md make a meme', async () => {
  const all = await commandsOf('README.md', 'sh')
  const commands = all.slice(all.indexOf('BASE=')).replace('http://localhost:3000', stack.url).split('\n\n')[0]!
  const { stdout } = await run('bash', ['-eu', '-c', commands], { cwd: folder })
  expect(stdout).toContain('"state":"DONE"')
})

test('examples/client.ts makes a meme, in 20 lines of code', async () => {
  const code = await readFile(path.join(projectFolder, 'examples/client.ts'), 'utf8')
  expect(code.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('//'))).toHaveLength(20)
  const args = [
    '--import',
    'tsx',
    'examples/client.ts',
    path.join(folder, 'meme.jpg'),
    'one does not simply',
    'test it',
  ]
  const env = { ...process.env, MEMEZAP_URL: stack.url }
  const { stdout } = await run(process.execPath, args, { cwd: projectFolder, env })
  expect((await fetch(stdout.trim().split('\n').at(-1)!)).headers.get('content-type')).toBe('image/jpeg')
})

test('examples/batch.ts makes a meme for each argument', async () => {
  const args = ['--import', 'tsx', 'examples/batch.ts', 'two-terrible-buttons', 'read it|try it|me', 'tabs|spaces', '']
  const { stdout } = await run(process.execPath, args, {
    cwd: projectFolder,
    env: { ...process.env, MEMEZAP_URL: stack.url },
  })
  const lines = stdout.trim().split('\n')
  expect(lines).toHaveLength(3)
  expect(stdout).toContain('There are no words to put on the picture.')
  const urls = lines.flatMap((line) => /https?:\S+/.exec(line)?.[0] ?? [])
  const types = await Promise.all(urls.map(async (url) => (await fetch(url)).headers.get('content-type')))
  expect(types).toEqual(['image/jpeg', 'image/jpeg'])
})
