/**
 * Preloaded (`node --import`) into every process that a command of ours starts: ends it when its starter is gone, however
 * that one ended. The starter holds the other end of the pipe that MEMEZAP_STARTER_FD numbers.
 */
import { spawn } from 'node:child_process'
import { Socket } from 'node:net'

const graceMs = Number(process.env.MEMEZAP_STARTER_GRACE_MS)
const fd = Number(process.env.MEMEZAP_STARTER_FD)
// Processes that this one starts have other files under the number.
delete process.env.MEMEZAP_STARTER_FD
delete process.env.MEMEZAP_STARTER_GRACE_MS

/**
 * Ends what is left of the process group after a while, from outside: this process may not come to it. pino, for one, writes its last lines for ever when
 * nobody is there to read them. The time at which a process began says that its number is still its own.
 */
function endLater() {
  const began = `sed 's/.*) //' /proc/${process.pid}/stat 2>/dev/null | cut -d' ' -f20`
  const script = `began=$(${began}); sleep ${graceMs / 1000}; [ -n "$began" ] && [ "$began" = "$(${began})" ] && kill -9 -${process.pid}`
  spawn('/bin/sh', ['-c', script], { detached: true, stdio: 'ignore' }).unref()
}

if (fd > 0) {
  const starter = new Socket({ fd })
  starter.resume().unref()
  starter.on('error', () => {})
  starter.on('close', () => {
    // First as asked to by a person.
    endLater()
    process.kill(process.pid, 'SIGTERM')
  })
}
