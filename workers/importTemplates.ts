import { AppError } from '#core/errors'
import type { ImportedFolder, ImportReport } from '#core/importReport'
import type { ImportPayload } from '#core/jobPayload'
import { templateFolders } from '#core/memegen/templateFolders'
import type { Stage } from '#core/stage'
import { openArchive } from '#store/archives/openArchive'
import { findImportReport, type Hold, saveImportReport } from '#store/jobs/holdJob'
import type { JobRun } from './jobRun'
import { log } from './log'
import { importFolders } from './templates/importFolders'

/** One stage: its progress is told folder by folder. */
export const importWeights: Readonly<Partial<Record<Stage, number>>> = { import: 1 }

/**
 * Makes templates of an archive's folders. An attempt that goes on for a worker that died passes over the folders that are done.
 * @returns what became of each folder
 * @throws AppError NO_TEMPLATES_IN_ARCHIVE | ARCHIVE_DAMAGED | ARCHIVE_UNSAFE | ARCHIVE_TOO_LARGE | STORAGE_FULL
 */
export function importTemplates(payload: ImportPayload, run: JobRun): Promise<ImportReport> {
  const { hold, parts, clock, signal } = run
  const { config } = parts
  return clock.step('import', async () => {
    const archive = await openArchive(payload.source.sha256, config.limits)
    try {
      const folders = templateFolders(archive.files)
      if (folders.length === 0) throw new AppError('NO_TEMPLATES_IN_ARCHIVE')
      const done: ImportedFolder[] = [...((await findImportReport(hold.jobId))?.folders ?? [])]
      const report = (): ImportReport => ({ total: folders.length, dryRun: payload.dryRun, folders: done })
      const tell = reportTeller(hold, report)
      tell.now()
      const isDone = new Set(done.map(({ folder }) => folder))
      await importFolders(
        folders.filter(({ path }) => !isDone.has(path)),
        {
          ...payload,
          config,
          signal,
          room: () => parts.pixels.room(signal),
          done(folder) {
            done.push(folder)
            run.goesOn()
            tell.now()
          },
        },
      )
      await tell.settled()
      return report()
    } finally {
      archive.close()
    }
  })
}

/** Writes the report beside the work, one write at a time; what changes meanwhile is in the next one. */
function reportTeller(hold: Hold, report: () => ImportReport): { now(): void; settled(): Promise<void> } {
  let due = false
  let writing: Promise<void> | undefined
  const write = async () => {
    while (due) {
      due = false
      await saveImportReport(hold, report()).catch((error: unknown) =>
        log.warn({ err: error, jobId: hold.jobId }, 'the import report could not be written'),
      )
    }
    writing = undefined
  }
  return {
    now() {
      due = true
      writing ??= write()
    },
    settled: async () => void (await writing),
  }
}
