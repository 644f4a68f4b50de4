import { readdirSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { build, type Plugin, stop } from 'esbuild'

/** What the worker's process starts besides its program; each becomes a file beside it. */
const threads = ['workers/models/engineThread.ts', 'workers/inpaint/removalThread.ts']

const builtName = (source: string): string => `${path.basename(source, '.ts')}.js`

/**
 * Code that moves into a bundle keeps the address that it was written with, by which it finds packages, models and its own sources (their hash is part of
 * caches' names); a thread's program is beside the bundle.
 */
const ownAddresses = (folder: string, outdir: string): Plugin => ({
  name: 'own addresses',
  setup(bundle) {
    bundle.onLoad({ filter: /\.ts$/ }, async ({ path: file }) => {
      const text = await readFile(file, 'utf8')
      const address = `new URL(${JSON.stringify(path.relative(outdir, file))}, import.meta.url)`
      const contents = text.replace(
        /new URL\('([^']+\.ts)', import\.meta\.url\)|import\.meta\.url/g,
        (_, program?: string) => {
          if (!program) return `${address}.href`
          const source = path.relative(folder, path.resolve(path.dirname(file), program))
          if (!threads.includes(source)) throw new Error(`${file}: ${source} is no thread that bundleWorker.ts knows`)
          return `new URL('./${builtName(source)}', import.meta.url)`
        },
      )
      return { contents, loader: 'ts' }
    })
  },
})

/**
 * Makes JavaScript of a worker's program and its threads, with source maps. Packages stay what they are, to be imported.
 * @param program relative to `folder`: `workers/main.ts`
 * @param outdir what else is in it goes
 * @throws Error that says which source cannot be built
 */
export async function bundleWorker(folder: string, program: string, outdir: string): Promise<void> {
  const { metafile } = await build({
    absWorkingDir: folder,
    entryPoints: [program, ...threads],
    outdir,
    entryNames: '[name]',
    chunkNames: '[name]-[hash]',
    bundle: true,
    // What is imported late stays apart: a worker of some kinds does not load the others' packages.
    splitting: true,
    packages: 'external',
    inject: ['workers/sourceStacks.ts'],
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    sourcemap: true,
    sourcesContent: false,
    metafile: true,
    logLevel: 'silent',
    plugins: [ownAddresses(folder, outdir)],
  })
  // Its own process would stay as long as this one.
  await stop()
  const made = new Set(Object.keys(metafile.outputs).map((file) => path.basename(file)))
  for (const file of readdirSync(outdir)) if (!made.has(file)) rmSync(path.join(outdir, file))
}
