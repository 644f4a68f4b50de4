'use client'

import { ActionIcon, Popover } from '@mantine/core'
import { IconKeyboard } from '@tabler/icons-react'
import classes from './BoxBoard.module.css'

const keys: readonly (readonly [readonly string[], string])[] = [
  [['Drag'], 'beside the boxes draws one'],
  [['Ctrl', 'Drag'], 'without snapping'],
  [['Shift', 'Drag'], 'straight; keeps the shape'],
  [['Tab'], 'next box'],
  [['←', '→'], 'move (with Shift: ten pixels)'],
  [['Alt', '←', '→'], 'resize'],
  [['[', ']'], 'turn (with Shift: 15°)'],
  [['Ctrl', 'D'], 'copy the box'],
  [['Del'], 'delete the box'],
  [['Ctrl', 'Z'], 'undo (with Shift: redo)'],
  [['Ctrl', 'S'], 'save'],
]

/** The keys and gestures of the editor, for who wants to know. */
export function KeyHelp() {
  return (
    <Popover width={330} position="bottom-end" withArrow shadow="md">
      <Popover.Target>
        <ActionIcon variant="default" size={38} aria-label="Keys and gestures" title="Keys and gestures">
          <IconKeyboard size={21} stroke={1.8} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label="Keys and gestures">
        <dl className={classes.keys}>
          {keys.map(([names, what]) => (
            <div key={what} style={{ display: 'contents' }}>
              <dt>
                {names.map((name) => (
                  <kbd key={name}>{name}</kbd>
                ))}
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </Popover.Dropdown>
    </Popover>
  )
}
