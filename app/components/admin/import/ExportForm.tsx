'use client'

import { Button, SegmentedControl } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import { useId, useState } from 'react'
import classes from './ImportPage.module.css'

const choices = [
  { value: '', label: 'All' },
  { value: 'published', label: 'Published' },
  { value: 'draft', label: 'Drafts' },
  { value: 'retired', label: 'Retired' },
] as const

/** Which templates, and the link that gives them. */
export function ExportForm() {
  const [state, setState] = useState('')
  const label = useId()
  return (
    <div className={classes.choices}>
      <div>
        <p id={label} className={classes.label}>
          Which templates
        </p>
        <SegmentedControl aria-labelledby={label} data={[...choices]} value={state} onChange={setState} />
      </div>
      <div className={classes.buttons}>
        <Button
          component="a"
          href={`/api/admin/templates/export${state ? `?state=${state}` : ''}`}
          download
          leftSection={<IconFileExport size={19} />}
        >
          Export as .zip
        </Button>
      </div>
    </div>
  )
}
