/** What became of a template folder: a new template, a changed one, nothing because it says what is known already, or nothing because it cannot. */
export type ImportOutcome = 'created' | 'updated' | 'unchanged' | 'failed'

/** What became of one folder. */
export interface ImportedFolder {
  /** Its name, or its path inside of the archive. */
  readonly folder: string
  /** The template's; null when the folder did not get that far. */
  readonly slug: string | null
  readonly outcome: ImportOutcome
  /** Why it failed, in words; null otherwise. */
  readonly reason: string | null
  /** Which key of which file says something that we have no words for. It is kept for the export. */
  readonly notUnderstood: readonly string[]
}

/** What has become of an import so far: shown while it runs, kept with the job. */
export interface ImportReport {
  /** Folders in all. */
  readonly total: number
  /** Nothing was written: this is what would become of them. */
  readonly dryRun: boolean
  /** Those that are done, in the order in which they ended. */
  readonly folders: readonly ImportedFolder[]
}
