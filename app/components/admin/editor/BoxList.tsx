'use client'

import { ActionIcon, Textarea } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconCopy, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { SetWords } from '../../../curate/planBoxes'
import type { BoxEditing } from '../../../hooks/useBoxEditing'
import classes from './BoxList.module.css'
import { BoxNumbers } from './BoxNumbers'
import { BoxStyleFields } from './BoxStyleFields'

interface BoxListProps {
  readonly editing: BoxEditing
  readonly words: readonly SetWords[]
  /** What the server said about a box, by its number from 0. */
  readonly issues: Readonly<Record<number, string>>
}

/** The boxes in the order of captions. The chosen one shows all that can be set. */
export function BoxList({ editing, words, issues }: BoxListProps) {
  const { boxes, selected, select, act, duplicate } = editing
  if (boxes.length === 0) {
    return (
      <p className={classes.empty}>
        No boxes yet. Draw one on the picture with the mouse, or press “Add box”. The first one takes the first caption.
      </p>
    )
  }
  return (
    <ol className={classes.list} aria-label="Boxes">
      {boxes.map(({ id, example }, index) => {
        const problem = issues[index] ?? words[index]?.problem
        const number = index + 1
        return (
          <li key={id} className={classes.row} data-chosen={id === selected || undefined}>
            <div className={classes.head}>
              <button
                type="button"
                className={classes.number}
                aria-label={`Box ${number}`}
                aria-pressed={id === selected}
                onClick={() => select(id === selected ? null : id)}
              >
                {number}
              </button>
              <Textarea
                className={classes.example}
                aria-label={`Example words of box ${number}`}
                placeholder="Example words"
                autosize
                minRows={1}
                maxRows={4}
                maxLength={500}
                value={example}
                onFocus={() => select(id)}
                onChange={(event) => act({ kind: 'example', id, example: event.currentTarget.value })}
              />
              <Tool
                label={`Move box ${number} up`}
                disabled={index === 0}
                onClick={() => act({ kind: 'order', id, to: index - 1 })}
              >
                <IconArrowUp size={18} />
              </Tool>
              <Tool
                label={`Move box ${number} down`}
                disabled={index === boxes.length - 1}
                onClick={() => act({ kind: 'order', id, to: index + 1 })}
              >
                <IconArrowDown size={18} />
              </Tool>
              <Tool label={`Copy box ${number}`} onClick={() => duplicate(id)}>
                <IconCopy size={18} />
              </Tool>
              <Tool label={`Delete box ${number}`} onClick={() => act({ kind: 'delete', id })}>
                <IconTrash size={18} />
              </Tool>
            </div>
            {problem && (
              <p className={classes.problem} role="status">
                {problem}
              </p>
            )}
            {id === selected && (
              <div className={classes.more}>
                <BoxNumbers editing={editing} id={id} />
                <BoxStyleFields editing={editing} id={id} />
              </div>
            )}
          </li>
        )
      })}
    </ol>
  )
}

interface ToolProps {
  readonly label: string
  readonly disabled?: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

function Tool({ label, disabled = false, onClick, children }: ToolProps) {
  return (
    <ActionIcon
      variant="transparent"
      size={32}
      c="var(--text)"
      className={classes.tool}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  )
}
