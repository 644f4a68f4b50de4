import { run } from '#scripts/process/run'

const isThere = () =>
  run('redis-server', ['--version']).then(
    () => true,
    () => false,
  )

/** Gets Debian's redis-server when there is none. Throws with what to install where that cannot be done. */
export async function needRedis(say: (line: string) => void): Promise<void> {
  if (await isThere()) return
  const isRoot = process.getuid?.() === 0
  const hasApt = await run('apt-get', ['--version']).catch(() => '')
  if (!isRoot || !hasApt) {
    throw new Error('The tests of the shared caches need redis-server. Install it: sudo apt-get install redis-server')
  }
  say('Installing redis-server, for the tests of the shared caches')
  await run('apt-get', ['-qq', 'update'])
  await run('apt-get', ['-qq', '-y', '--no-install-recommends', 'install', 'redis-server'])
  if (!(await isThere())) throw new Error('apt-get installed no redis-server.')
}
