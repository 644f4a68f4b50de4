'use client'

import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPhotoPlus, IconTrash } from '@tabler/icons-react'
import { Activity, useEffect, useRef } from 'react'
import { checkFiles } from '../../../create/checkPicture'
import { freeStyle, renamedStyle, withDefault } from '../../../curate/pictureStyles'
import type { DraftPicture } from '../../../curate/templateDraft'
import { useLimits } from '../../../hooks/useLimits'
import type { TemplateEditing } from '../../../hooks/useTemplateEditor'
import { type PictureWish, useTemplatePicture } from '../../../hooks/useTemplatePicture'
import { FileButton } from '../../create/FileButton'
import { UrlForm } from '../../create/UrlForm'
import { PictureSteps } from '../parts/PictureSteps'
import { StoredPicture } from '../parts/StoredPicture'
import { Trouble } from '../parts/Trouble'
import classes from './PicturesPanel.module.css'

interface PicturesPanelProps {
  readonly editing: TemplateEditing
  /** The style of the picture under the boxes. */
  readonly shown: string
  readonly onShown: (style: string) => void
}

/** The pictures of a template: the default one, and its variants. */
export function PicturesPanel({ editing, shown, onShown }: PicturesPanelProps) {
  const { draft, saved, change } = editing
  const { progress, problem, prepare, refuse } = useTemplatePicture()
  const limits = useLimits()
  const set = (pictures: readonly DraftPicture[], step: string | null = null) => change({ pictures }, step)

  // Getting a picture ready takes a while: by then there may be others.
  const latest = useRef(draft.pictures)
  useEffect(() => {
    latest.current = draft.pictures
  })
  const add = async (wish: PictureWish) => {
    const ready = await prepare(wish, false)
    if (!ready) return
    const style = freeStyle(latest.current)
    set([...latest.current, { ...ready.picture, style, pictureId: null, pictureJobId: ready.jobId }])
    onShown(style)
  }
  const addFiles = (files: readonly File[]) => {
    const refused = checkFiles(files, limits?.maxUploadBytes ?? null)
    refuse(refused)
    if (!refused && files[0]) void add(files[0])
  }
  const rename = (from: string, to: string) => {
    set(renamedStyle(draft.pictures, from, to), `rename picture`)
    if (shown === from) onShown(to)
  }

  return (
    <div className={classes.panel}>
      <ul className={classes.list}>
        {draft.pictures.map((picture, index) => {
          const isDefault = picture.style === 'default'
          const told = saved.pictures.find(({ id }) => id === picture.pictureId)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: its name changes while it is typed
            <li key={index} data-shown={picture.style === shown || undefined}>
              <button
                type="button"
                className={classes.thumb}
                aria-pressed={picture.style === shown}
                aria-label={`Show ${isDefault ? 'the default picture' : `“${picture.style}”`}`}
                onClick={() => onShown(picture.style)}
              >
                <StoredPicture image={picture.thumbnail} alt="" />
              </button>
              <div className={classes.facts}>
                {isDefault ? (
                  <b>Default picture</b>
                ) : (
                  <TextInput
                    aria-label={`Name of variant ${index}`}
                    size="xs"
                    maxLength={60}
                    value={picture.style}
                    onChange={(event) => rename(picture.style, event.currentTarget.value)}
                  />
                )}
                <p>
                  {picture.image.width} × {picture.image.height}
                  {picture.frames > 1 && `, ${picture.frames} frames`}
                  {'. '}
                  {told ? (told.fingerprinted ? 'Known to recognition.' : 'Waiting to be compared.') : 'Not saved yet.'}
                </p>
                {!isDefault && (
                  <Button
                    size="compact-xs"
                    variant="default"
                    onClick={() => set(withDefault(draft.pictures, picture.style))}
                  >
                    Make it the default
                  </Button>
                )}
              </div>
              {!isDefault && (
                <ActionIcon
                  variant="transparent"
                  c="var(--text)"
                  aria-label={`Remove “${picture.style}”`}
                  title="Remove this variant"
                  onClick={() => {
                    set(draft.pictures.filter((one) => one !== picture))
                    onShown('default')
                  }}
                >
                  <IconTrash size={18} />
                </ActionIcon>
              )}
            </li>
          )
        })}
      </ul>
      <h2>Add a variant</h2>
      <p className={classes.note}>
        The same scene in another look. It shares the boxes, so it should have the same proportions.
      </p>
      {progress && <PictureSteps progress={progress} />}
      {/* Hidden rather than left out: an address that could not be fetched stays to be mended. */}
      <Activity mode={progress ? 'hidden' : 'visible'}>
        <FileButton variant="default" leftSection={<IconPhotoPlus size={18} />} onFiles={addFiles}>
          Choose a picture
        </FileButton>
        <UrlForm onUrl={(url) => void add({ url })} />
      </Activity>
      {problem && <Trouble problem={problem} />}
    </div>
  )
}
