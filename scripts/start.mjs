/**
 * `npm start` and `npm run dev` (`--dev`). Plain JavaScript up to where the dependencies are there; then start/main.ts.
 */
import { fileURLToPath } from 'node:url'
import { needNode } from './start/needNode.mjs'

needNode()
const folder = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')
const { installDependencies } = await import('./start/dependencies.mjs')
await installDependencies(folder, (line) => console.log(`  ${line}`))

const { register } = await import('tsx/esm/api')
register()
const { start } = await import('./start/main.ts')
process.exit(await start(folder, process.argv.includes('--dev') ? 'development' : 'production'))
