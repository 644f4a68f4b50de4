/** `npm start` and `npm run dev` (`--dev`). Plain JavaScript up to where the dependencies are there; then start/main.ts. */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { installDependencies } from './start/dependencies.mjs'
import { needNode } from './start/needNode.mjs'

needNode()
const folder = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
await installDependencies(folder, (line) => console.log(`  ${line}`))

const { register } = await import('tsx/esm/api')
register()
const { start } = await import('./start/main.ts')
process.exit(await start(folder, process.argv.includes('--dev') ? 'development' : 'production'))
