/**
 * Preloaded (`node --import`) into every process that a command of ours starts: ends it when its starter is gone, however
 * that one ended. The starter holds the other end of the pipe that MEMEZAP_STARTER_FD numbers.
 */
import { Socket } from 'node:net'

const graceMs = 10_000
const fd = Number(process.env.MEMEZAP_STARTER_FD)
// Processes that this one starts have other files under the number.
delete process.env.MEMEZAP_STARTER_FD

if (fd > 0) {
  const starter = new Socket({ fd })
  starter.resume().unref()
  starter.on('error', () => {})
  starter.on('close', () => {
    // First as asked to by a person; what is left of the process group after that is ended.
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.kill(-process.pid, 'SIGKILL'), graceMs).unref()
  })
}
