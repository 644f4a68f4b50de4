import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'

/** What `prisma migrate diff --exit-code` ends with when there is a difference. */
const foundDifference = 2
/** What it says when there is none. */
const noDifference = 'This is an empty migration'

/**
 * The SQL that leads from a migrations folder to prisma/schema.prisma: undefined when they agree. Works in a database of its
 * own on the server of `databaseUrl`, which is gone afterwards. Throws with Prisma's words when it cannot compare.
 */
export async function schemaDifference(
  folder: string,
  databaseUrl: string,
  migrations = 'prisma/migrations',
): Promise<string | undefined> {
  const args = [
    path.join(folder, 'node_modules/prisma/build/index.js'),
    ...['migrate', 'diff', '--script', '--exit-code'],
    ...['--from-migrations', migrations, '--to-schema', 'prisma/schema.prisma'],
  ]
  const env = { ...process.env, DATABASE_URL: databaseUrl, CHECKPOINT_DISABLE: '1' }
  let answer = ''
  try {
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder, env })
    if (stdout.includes(noDifference)) return undefined
    answer = stdout
  } catch (error) {
    const { code, stdout, stderr } = error as { code?: number; stdout: string; stderr: string }
    if (code === foundDifference) return stdout.trim()
    throw new Error(`The schema cannot be compared with the migrations: ${stderr}`, { cause: error })
  }
  // An engine that ends without a word leaves nothing, and no error.
  throw new Error(`The schema was not compared with the migrations; Prisma said “${answer.trim()}”.`)
}
