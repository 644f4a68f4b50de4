// For worker threads: `execArgv: ['--import', new URL(<this file>).href]` lets them import TypeScript, whatever runs the
// main thread (tsx, vitest). `--import tsx` does so in processes, but not in threads of Node 20.
import { register } from 'tsx/esm/api'

register()
