'use client'

import { Button, Progress } from '@mantine/core'
import { IconFileZip, IconFolder } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { chosenFiles, droppedFiles } from '../../../curate/pickedFiles'
import type { TemplateImport } from '../../../hooks/useTemplateImport'
import classes from './ImportPage.module.css'

/** Not among React's attributes: lets a file dialog choose a folder. */
const folderDialog = { webkitdirectory: '' }

/** Where an archive or a folder is chosen or dropped; while it is sent, how far it is. */
export function ArchivePicker({ control }: { readonly control: TemplateImport }) {
  const { sending, choose, clear } = control
  const [over, setOver] = useState(false)
  const zip = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const take = (input: HTMLInputElement) => {
    void choose(chosenFiles(input.files))
    input.value = ''
  }
  if (sending !== null) {
    const percent = Math.round(sending * 100)
    return (
      <div className={classes.progress}>
        <div className={classes.line}>
          <b>Sending</b>
          <span>{percent} %</span>
        </div>
        <div className={classes.line}>
          <Progress value={Math.max(2, percent)} size={12} radius="xl" flex={1} aria-label="Sending the archive" />
          <Button variant="default" size="compact-md" onClick={clear}>
            Cancel
          </Button>
        </div>
      </div>
    )
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for mice; the buttons inside do the same.
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        void droppedFiles(event.dataTransfer).then(choose)
      }}
    >
      <div className={classes.buttons}>
        <Button leftSection={<IconFileZip size={19} />} onClick={() => zip.current?.click()}>
          Choose a .zip
        </Button>
        <Button variant="default" leftSection={<IconFolder size={19} />} onClick={() => folder.current?.click()}>
          Choose a folder
        </Button>
      </div>
      <p className={classes.hint}>or drop one here</p>
      <input
        ref={zip}
        type="file"
        accept=".zip,application/zip"
        hidden
        onChange={(event) => take(event.currentTarget)}
      />
      <input ref={folder} type="file" hidden {...folderDialog} onChange={(event) => take(event.currentTarget)} />
    </div>
  )
}
