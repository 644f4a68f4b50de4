'use client'

import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { IconEye, IconFileImport } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { sizeText } from '#core/sizeText'
import type { ImportChoice, TemplateImport } from '../../../hooks/useTemplateImport'
import { countOf } from './countOf'
import classes from './ImportPage.module.css'

interface ImportChoicesProps {
  readonly archive: NonNullable<TemplateImport['archive']>
  /** The archive has been looked at already. */
  readonly looked: boolean
  readonly onStart: (choice: ImportChoice) => Promise<void>
  readonly onClear: () => void
}

const states = [
  { value: 'DRAFT', label: 'Drafts' },
  { value: 'PUBLISHED', label: 'Published' },
] as const

/** What becomes of new templates; then the import, or a look that changes nothing. */
export function ImportChoices({ archive, looked, onStart, onClear }: ImportChoicesProps) {
  const [newState, setNewState] = useState<'DRAFT' | 'PUBLISHED'>('DRAFT')
  const [licence, setLicence] = useState('')
  const [asking, setAsking] = useState(false)
  const label = useId()
  const start = async (dryRun: boolean) => {
    setAsking(true)
    await onStart({ newState, licence, dryRun })
    setAsking(false)
  }
  return (
    <div className={classes.choices}>
      <p className={classes.archive}>
        <b>{archive.name}</b>
        <span>
          {countOf(archive.templates, 'template')}, {sizeText(archive.bytes)}
        </span>
      </p>
      <div>
        <p id={label} className={classes.label}>
          New templates become
        </p>
        <SegmentedControl
          aria-labelledby={label}
          data={[...states]}
          value={newState}
          onChange={(value) => setNewState(value === 'PUBLISHED' ? value : 'DRAFT')}
        />
        <p className={classes.hint}>Those that are here already keep their state.</p>
      </div>
      <TextInput
        label="Licence for those that name none"
        description={newState === 'PUBLISHED' ? 'Publishing needs one.' : 'May stay empty for drafts.'}
        placeholder="CC0, own work, …"
        maxLength={500}
        value={licence}
        onChange={(event) => setLicence(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button leftSection={<IconFileImport size={19} />} loading={asking} onClick={() => void start(false)}>
          {looked ? 'Import now' : `Import ${countOf(archive.templates, 'template')}`}
        </Button>
        <Button
          variant="default"
          leftSection={<IconEye size={19} />}
          disabled={asking}
          onClick={() => void start(true)}
        >
          {looked ? 'Look again' : 'Look first'}
        </Button>
        <Button variant="subtle" color="gray" className={classes.quiet} onClick={onClear}>
          Choose another
        </Button>
      </div>
      {!looked && (
        <p className={classes.hint}>A look changes nothing: it tells what an import would do with each folder.</p>
      )}
    </div>
  )
}
