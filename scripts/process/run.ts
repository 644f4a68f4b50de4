import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const exec = promisify(execFile)

/** Runs a program to its end. Throws an error whose message is what the program said on standard error, else why it did not run. */
export async function run(program: string, args: readonly string[], cwd?: string): Promise<string> {
  try {
    const { stdout } = await exec(program, args, {
      maxBuffer: 64 * 1024 * 1024,
      cwd,
      env: { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' },
    })
    return stdout
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string }
    const words = stderr?.trim() || message
    throw new Error(`${program}: ${words.split('\n').slice(0, 5).join(' | ')}`, { cause: error })
  }
}
