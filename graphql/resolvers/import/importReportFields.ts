import type { ImportOutcome, ImportReport } from '#core/importReport'
import type {
  ImportedFolderResolvers,
  ImportReportResolvers,
  ImportOutcome as PublicOutcome,
} from '../../generated/resolvers'

const publicOutcome = (outcome: ImportOutcome): PublicOutcome => outcome.toUpperCase() as Uppercase<ImportOutcome>

const count =
  (outcome: ImportOutcome) =>
  ({ folders }: ImportReport): number =>
    folders.filter((folder) => folder.outcome === outcome).length

/** How a stored report becomes the public one. */
export const importReportFields: ImportReportResolvers = {
  done: ({ folders }) => folders.length,
  created: count('created'),
  updated: count('updated'),
  unchanged: count('unchanged'),
  failed: count('failed'),
  notUnderstood: ({ folders }) => folders.filter(({ notUnderstood }) => notUnderstood.length > 0).length,
  folders: ({ folders }, { outcome }) =>
    outcome == null ? folders : folders.filter((folder) => publicOutcome(folder.outcome) === outcome),
}

/** How a folder's outcome becomes the public one. */
export const importedFolderFields: ImportedFolderResolvers = {
  outcome: ({ outcome }) => publicOutcome(outcome),
}
