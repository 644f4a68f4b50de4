/** Plain JavaScript: it runs before anything is installed. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP']

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

const libc = () => (process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl')

/** Whether a list like `["linux", "!arm"]` of the lock file admits a value. */
function admits(list, value) {
  if (!list) return true
  const refused = list.filter((item) => item.startsWith('!'))
  return refused.length > 0 ? !refused.includes(`!${value}`) : list.includes(value)
}

/** Optional packages count when they are the parts for this kind of machine; others may be left out by npm for its own reasons. */
function isNeeded(entry) {
  if (!entry.optional) return true
  const isMachinePart = Boolean(entry.os)
  return (
    isMachinePart &&
    admits(entry.os, process.platform) &&
    admits(entry.cpu, process.arch) &&
    (!entry.libc || admits(entry.libc, libc()))
  )
}

/**
 * Why the dependencies have to be installed, in words, or undefined when those of package-lock.json are there. npm writes
 * what it installed to node_modules/.package-lock.json when it is done.
 * @param {string} folder the project's
 */
export function reasonToInstall(folder) {
  const wanted = readPackages(path.join(folder, 'package-lock.json')) ?? {}
  const installed = readPackages(path.join(folder, 'node_modules/.package-lock.json'))
  if (!installed) return 'they are missing'
  for (const [place, entry] of Object.entries(wanted)) {
    if (place === '') continue
    const found = installed[place]
    if (found && (found.version !== entry.version || found.integrity !== entry.integrity)) return `${place} has changed`
    const absent = !found || !existsSync(path.join(folder, place))
    if (absent && isNeeded(entry)) return `${place} is missing`
  }
  return undefined
}

function npmCommand(env) {
  const underNpm = env.npm_execpath && path.basename(env.npm_execpath) === 'npm-cli.js'
  return underNpm ? [process.execPath, env.npm_execpath] : ['npm']
}

/**
 * Installs the locked dependencies when they are missing or stale. Ends the process with words when npm fails.
 * @param {string} folder
 * @param {(line: string) => void} say
 */
export async function installDependencies(folder, say) {
  const reason = reasonToInstall(folder)
  if (!reason) return
  say(`Installing dependencies (${reason}); the first time takes a minute or two`)
  const [program, ...args] = npmCommand(process.env)
  const options = ['--no-save', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  // Not `npm ci`: it refuses a lock file that lacks parts for other machines, as one written behind a registry without them does.
  // This one takes the locked versions too, and leaves the lock file as it is.
  const npm = spawn(program, [...args, 'install', ...options], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    // As .npmrc says, also for who starts this with settings of their own.
    env: { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip', npm_config_ignore_scripts: 'true' },
  })
  const stop = (signal) => npm.kill(signal)
  for (const signal of stopSignals) process.on(signal, stop)
  const [code, signal] = await once(npm, 'exit').catch((error) => [error.message])
  for (const name of stopSignals) process.off(name, stop)
  if (code === 0) return
  if (signal) process.exit(1)
  console.error(`\nThe dependencies could not be installed (npm: ${code}). npm's own words are above.`)
  console.error('Check the connection to the npm registry, then run the same command again.')
  process.exit(1)
}
