import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { run } from '#scripts/process/run'
import { SetupProblem } from '#scripts/setupProblem'
import { type PgvectorSource, pgvectorSource, pgvectorVersion } from './pgvectorSource'
import type { Say } from './places'

/** What Postgres' own build gives an extension; further optimisation made no measurable difference. */
const compilerFlags = [
  '-O2',
  '-fPIC',
  '-fvisibility=hidden',
  '-fno-strict-aliasing',
  '-fwrapv',
  '-ftree-vectorize',
  '-fassociative-math',
  '-fno-signed-zeros',
  '-fno-trapping-math',
  '-D_GNU_SOURCE',
]

const waysOut = `Any of these helps:
  1. set DATABASE_URL to a PostgreSQL (14 or newer) that has the pgvector extension
  2. install a C compiler and start again (Debian, Ubuntu: apt-get install gcc libc6-dev); on a system without Debian's
     packages also PostgreSQL 17 with its headers (pg_config)
  3. run a database in a container: docker run -d -p 5432:5432 -e POSTGRES_PASSWORD=postgres pgvector/pgvector:pg17
     and set DATABASE_URL=postgres://postgres:postgres@localhost:5432/postgres`

async function compiler(): Promise<string> {
  for (const program of [process.env.CC, 'cc', 'gcc', 'clang']) {
    const works = program && (await run(program, ['--version']).catch(() => ''))
    if (works) return program
  }
  throw new Error('there is no C compiler (cc, gcc, clang)')
}

async function compile(cc: string, { source, headers }: PgvectorSource, output: string): Promise<void> {
  const sources = path.join(source, 'src')
  const files = readdirSync(sources).filter((name) => name.endsWith('.c'))
  const objects = files.map((name) => path.join(source, `${name}.o`))
  const waiting = files.map((name, index) => ({ file: path.join(sources, name), object: objects[index]! }))
  async function lane(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await run(cc, [...compilerFlags, `-I${headers}`, '-c', next.file, '-o', next.object])
    }
  }
  await Promise.all(Array.from({ length: os.availableParallelism() }, lane))
  await run(cc, ['-shared', '-o', output, ...objects, '-lm'])
}

/**
 * Compiles pgvector for Postgres 17 and lays its files into a Postgres tree, where `CREATE EXTENSION vector` looks for them.
 * Throws an error that names the ways out.
 */
export async function compilePgvector(postgresTree: string, say: Say): Promise<void> {
  const work = mkdtempSync(path.join(path.dirname(postgresTree), '.making-pgvector-'))
  try {
    const cc = await compiler()
    const fetched = await pgvectorSource(work, say)
    say(`Compiling pgvector ${pgvectorVersion} with ${cc}`)
    const extensions = path.join(postgresTree, 'share/postgresql/extension')
    const licences = path.join(postgresTree, 'share/postgresql/licences')
    mkdirSync(licences, { recursive: true })
    await compile(cc, fetched, path.join(postgresTree, 'lib/postgresql/vector.so'))
    copyFileSync(path.join(fetched.source, 'sql/vector.sql'), path.join(extensions, `vector--${pgvectorVersion}.sql`))
    copyFileSync(path.join(fetched.source, 'LICENSE'), path.join(licences, 'pgvector'))
    copyFileSync(path.join(fetched.source, 'vector.control'), path.join(extensions, 'vector.control'))
  } catch (error) {
    const reason = (error as Error).message
    throw new SetupProblem(
      `The embedded Postgres needs pgvector, which could not be compiled here: ${reason}\n${waysOut}`,
      {
        cause: error,
      },
    )
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
