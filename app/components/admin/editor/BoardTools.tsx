'use client'

import { Button, SegmentedControl, Switch } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconPlus } from '@tabler/icons-react'
import type { PreviewWords } from '../../../curate/previewWords'
import type { BoxEditing } from '../../../hooks/useBoxEditing'
import { ToolButton } from '../../create/ToolButton'
import classes from './BoxBoard.module.css'
import { KeyHelp } from './KeyHelp'

interface BoardToolsProps {
  readonly editing: BoxEditing
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly onUndo: () => void
  readonly onRedo: () => void
  readonly shown: PreviewWords
  readonly onShown: (shown: PreviewWords) => void
}

const choices = [
  { value: 'examples', label: 'Examples' },
  { value: 'long', label: 'Many words' },
  { value: 'none', label: 'No words' },
]

/** What can be done over the picture. */
export function BoardTools({ editing, canUndo, canRedo, onUndo, onRedo, shown, onShown }: BoardToolsProps) {
  return (
    <div className={classes.tools} role="toolbar" aria-label="Editing">
      <Button
        variant="default"
        leftSection={<IconPlus size={17} />}
        onClick={editing.add}
        disabled={editing.boxes.length >= 20}
      >
        Add box
      </Button>
      <ToolButton label="Undo" keys="Ctrl Z" disabled={!canUndo} onClick={onUndo}>
        <IconArrowBackUp size={21} stroke={1.9} />
      </ToolButton>
      <ToolButton label="Redo" keys="Ctrl Shift Z" disabled={!canRedo} onClick={onRedo}>
        <IconArrowForwardUp size={21} stroke={1.9} />
      </ToolButton>
      <Switch label="Snap" checked={editing.snap} onChange={(event) => editing.setSnap(event.currentTarget.checked)} />
      <span />
      <SegmentedControl
        aria-label="Words in the boxes"
        data={choices}
        value={shown}
        onChange={(value) => onShown(value as PreviewWords)}
      />
      <KeyHelp />
    </div>
  )
}
