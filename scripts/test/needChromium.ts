import { findChromium } from '#e2e/support/chromium'
import { run } from '#scripts/process/run'

const isRoot = process.getuid?.() === 0

/** Gets Debian's Chromium when there is none. Throws with what to install where that cannot be done. */
export async function needChromium(say: (line: string) => void): Promise<void> {
  if (findChromium()) return
  const hasApt = await run('apt-get', ['--version']).catch(() => '')
  if (!isRoot || !hasApt) {
    throw new Error(
      'The browser tests need Chromium. Install it (Debian, Ubuntu: sudo apt-get install chromium), or set CHROMIUM_PATH to a Chromium or Chrome.',
    )
  }
  say('Installing Chromium, for the browser tests')
  await run('apt-get', ['-qq', 'update'])
  await run('apt-get', ['-qq', '-y', '--no-install-recommends', 'install', 'chromium'])
  if (!findChromium()) throw new Error('apt-get installed no chromium. Set CHROMIUM_PATH to a Chromium or Chrome.')
}
