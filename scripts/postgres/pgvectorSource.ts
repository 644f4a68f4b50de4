import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { run } from '#scripts/process/run'
import type { Say } from './places'

/** The pgvector that is compiled, the same wherever its source comes from. */
export const pgvectorVersion = '0.8.0'
const postgresMajor = 17
const archive = `pgvector_${pgvectorVersion}.orig.tar.gz`
/** The project's own tag archive and Debian's source archive are the same bytes, so one hash serves both. */
const archiveSha256 = '867a2c328d4928a5a9d6f052cd3bc78c7d60228a9b914ad32aa3db88e9de27b0'
const projectArchive = `https://github.com/pgvector/pgvector/archive/refs/tags/v${pgvectorVersion}.tar.gz`
const debianKeyring = '/usr/share/keyrings/debian-archive-keyring.gpg'

/** Unpacked source of pgvector and the folder with a Postgres 17's server headers: any 17.x fits any 17.x server. */
export interface PgvectorSource {
  readonly source: string
  readonly headers: string
}

function checked(bytes: Buffer, from: string): Buffer {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (sha256 !== archiveSha256)
    throw new Error(`the pgvector source from ${from} is not the expected one (sha256 ${sha256})`)
  return bytes
}

async function unpackSource(file: string, folder: string): Promise<string> {
  await run('tar', ['-xzf', file, '-C', folder])
  return path.join(folder, `pgvector-${pgvectorVersion}`)
}

/** apt's settings for lists, cache and sources of our own in `folder`: nothing of the system's is written, so any user may. */
function aptOptions(folder: string, mirror: string): string[] {
  const sources = path.join(folder, 'ours.sources')
  writeFileSync(
    sources,
    `Types: deb deb-src\nURIs: ${mirror}\nSuites: trixie\nComponents: main\nSigned-By: ${debianKeyring}\n`,
  )
  for (const part of ['lists/partial', 'cache/archives/partial'])
    mkdirSync(path.join(folder, part), { recursive: true })
  writeFileSync(path.join(folder, 'status'), '')
  const settings = {
    'Dir::Etc::sourcelist': sources,
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::State::lists': path.join(folder, 'lists'),
    'Dir::State::status': path.join(folder, 'status'),
    'Dir::Cache': path.join(folder, 'cache'),
    'Acquire::Languages': 'none',
    'Acquire::http::Timeout': '20',
    'Acquire::Retries': '2',
    'APT::Update::Error-Mode': 'any',
    'APT::Sandbox::User': os.userInfo().username,
    'APT::Update::Post-Invoke-Success': '',
    'DPkg::Post-Invoke': '',
  }
  return Object.entries(settings).flatMap(([key, value]) => ['-o', `${key}=${value}`])
}

async function unpackDebianPackage(file: string, folder: string): Promise<void> {
  mkdirSync(folder)
  await run('dpkg-deb', ['-x', file, folder])
}

/** Source and headers from the Debian mirror that this machine's apt already uses, whatever Debian release it runs. */
async function fromDebian(folder: string): Promise<PgvectorSource> {
  const addresses = await run('apt-get', ['indextargets', '--format', '$(REPO_URI)', 'Created-By: Packages'])
  const mirror = addresses.split('\n').find((address) => /\/debian\/?$/.test(address))
  if (!mirror) throw new Error('apt has no Debian mirror')
  if (!existsSync(debianKeyring)) throw new Error('the package debian-archive-keyring is missing')
  const options = aptOptions(folder, mirror)
  await run('apt-get', [...options, '-qq', 'update'], folder)
  await run('apt-get', [...options, '-qq', 'source', '--download-only', `pgvector=${pgvectorVersion}-1`], folder)
  const headersPackage = `postgresql-server-dev-${postgresMajor}`
  await run('apt-get', [...options, '-qq', 'download', headersPackage], folder)
  const file = path.join(folder, archive)
  checked(readFileSync(file), 'apt')
  const deb = readdirSync(folder).find((name) => name.startsWith(`${headersPackage}_`))
  if (!deb) throw new Error(`apt brought no ${headersPackage}`)
  const unpacked = path.join(folder, 'headers')
  await unpackDebianPackage(path.join(folder, deb), unpacked)
  return {
    source: await unpackSource(file, folder),
    headers: path.join(unpacked, `usr/include/postgresql/${postgresMajor}/server`),
  }
}

async function installedHeaders(): Promise<string> {
  for (const program of [`/usr/lib/postgresql/${postgresMajor}/bin/pg_config`, 'pg_config']) {
    const version = await run(program, ['--version']).catch(() => '')
    if (version.startsWith(`PostgreSQL ${postgresMajor}.`)) {
      const headers = (await run(program, ['--includedir-server'])).trim()
      if (existsSync(path.join(headers, 'postgres.h'))) return headers
    }
  }
  throw new Error(`no PostgreSQL ${postgresMajor} with its headers is installed (pg_config)`)
}

/** Source from the project itself, headers from a PostgreSQL 17 that is installed here. */
async function fromProject(folder: string): Promise<PgvectorSource> {
  const headers = await installedHeaders()
  const response = await fetch(projectArchive, { signal: AbortSignal.timeout(30_000) })
  if (!response.ok) throw new Error(`${projectArchive} answered ${response.status}`)
  const file = path.join(folder, archive)
  writeFileSync(file, checked(Buffer.from(await response.arrayBuffer()), projectArchive))
  return { source: await unpackSource(file, folder), headers }
}

/** Brings what is needed to compile pgvector into `folder`. Throws with the reason of every way that was tried. */
export async function pgvectorSource(folder: string, say: Say): Promise<PgvectorSource> {
  const reasons: string[] = []
  for (const [name, bring] of [
    ['Debian packages', fromDebian],
    ['the project', fromProject],
  ] as const) {
    try {
      const place = path.join(folder, name === 'the project' ? 'project' : 'debian')
      mkdirSync(place)
      say(`Fetching pgvector ${pgvectorVersion} and Postgres headers from ${name}`)
      return await bring(place)
    } catch (error) {
      reasons.push(`${name}: ${(error as Error).message}`)
    }
  }
  throw new Error(reasons.join('; '))
}
