/**
 * What Piscina starts a thread with: JavaScript in the worker's bundle, where scripts/start/bundleWorker.ts has changed the address, TypeScript elsewhere (tests,
 * commands, `npm run dev`).
 * @param typescript Node's options with which the thread can import TypeScript, whatever runs this one (tsx, vitest)
 */
export function threadProgram({ href }: URL, typescript: readonly string[]) {
  return { filename: href, execArgv: href.endsWith('.ts') ? [...typescript] : [] }
}
