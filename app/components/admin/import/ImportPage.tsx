'use client'

import { useTemplateImport } from '../../../hooks/useTemplateImport'
import { Trouble } from '../parts/Trouble'
import { ArchivePicker } from './ArchivePicker'
import { ExportForm } from './ExportForm'
import { ImportChoices } from './ImportChoices'
import classes from './ImportPage.module.css'
import { ImportProgress } from './ImportProgress'
import { ImportResult } from './ImportResult'

/** Templates in and out, many at once. */
export function ImportPage() {
  const control = useTemplateImport()
  const { archive, job, problem } = control
  const isRunning = job?.state === 'QUEUED' || job?.state === 'RUNNING'
  return (
    <div className={classes.page}>
      <h1>Import &amp; export</h1>
      <section className={classes.card} aria-labelledby="import-title">
        <h2 id="import-title">Import</h2>
        <p className={classes.lead}>
          Bring in template folders in memegen’s format, or what an export gave: a folder for each, with a config.yml
          and its pictures. One that cannot be read does not stop the others.
        </p>
        {problem && <Trouble problem={problem} />}
        {!archive && !job && <ArchivePicker control={control} />}
        {archive && !isRunning && job?.importReport?.dryRun !== false && (
          <ImportChoices archive={archive} looked={job !== null} onStart={control.start} onClear={control.clear} />
        )}
        {isRunning && <ImportProgress job={job} isLive={control.isLive} onCancel={control.cancel} />}
        {job && !isRunning && (
          <ImportResult job={job} folders={control.folders} canImport={archive !== null} onAnother={control.clear} />
        )}
      </section>
      <section className={classes.card} aria-labelledby="export-title">
        <h2 id="export-title">Export</h2>
        <p className={classes.lead}>
          A .zip with a folder for each template: its pictures as they came, and a config.yml that memegen reads, too.
          Nothing is lost when it is imported again.
        </p>
        <ExportForm />
      </section>
    </div>
  )
}
