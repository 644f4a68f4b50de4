import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Config } from '#core/config'
import { saveSeeded, seededStates } from '#store/templates/seeded'
import { foldersOnDisk } from './folderFiles'
import { importDirectory } from './importDirectory'

/** Who seeding is in templates' histories. */
const ACTOR = 'starter set'

/** How the starter templates are brought in. */
export interface SeedOptions {
  readonly config: Config
  /** Told before anything is imported, and after each folder. */
  progress(done: number, total: number): void
}

/** What became of the starter templates, by slug. */
export interface SeedReport {
  readonly imported: readonly string[]
  /** Slugs whose folders have changed, but whose templates are the curators' by now. */
  readonly kept: readonly string[]
  readonly refused: readonly { readonly folder: string; readonly why: string }[]
}

function contentHash(folder: string): string {
  const hash = createHash('sha256')
  for (const file of readdirSync(folder).sort()) {
    const bytes = readFileSync(path.join(folder, file))
    hash.update(`${file}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}

/**
 * Publishes a directory's template folders, each content once. What a curator has changed, retired or removed since stays as it is, also when
 * the folder changes; what nobody touched follows its folder.
 */
export async function seedTemplates(directory: string, { config, progress }: SeedOptions): Promise<SeedReport> {
  const folders = new Map(
    foldersOnDisk(directory).map(({ path: inside }) => [path.basename(inside), path.join(directory, inside)]),
  )
  const states = await seededStates([...folders.keys()], ACTOR)
  const hashes = new Map([...folders].map(([slug, folder]) => [slug, contentHash(folder)]))
  const changed = [...folders.keys()].filter((slug) => states.get(slug)?.contentHash !== hashes.get(slug))
  const kept = changed.filter((slug) => states.get(slug)?.isTaken)
  const due = new Set(changed.filter((slug) => !kept.includes(slug)))
  const done =
    due.size === 0
      ? []
      : await importDirectory(directory, {
          config,
          newState: 'published',
          licence: '',
          actor: ACTOR,
          dryRun: false,
          wanted: (name) => due.has(name),
          progress,
        })
  const imported = done.filter(({ outcome }) => outcome !== 'failed').map(({ folder }) => folder)
  const refused = done.flatMap(({ folder, reason }) => (reason === null ? [] : [{ folder, why: reason }]))
  for (const slug of [...imported, ...kept]) await saveSeeded(slug, hashes.get(slug)!)
  return { imported, kept, refused }
}
