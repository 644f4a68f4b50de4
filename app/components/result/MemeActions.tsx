'use client'

import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCopy, IconLink, IconShare3 } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { asPng, fileOf } from '../../client/pictureFile'
import type { MemeFieldsFragment } from '../../generated/graphql'
import classes from './MemeActions.module.css'

const say = (message: string) => notifications.show({ message, color: 'zap', withBorder: true })
const notLoaded = 'The picture could not be loaded. Check the connection and try again.'

const arrives = (picture: Promise<Blob>): Promise<boolean> =>
  picture.then(
    () => true,
    () => false,
  )

/** Copy the picture, copy the link, and the phone's own share sheet where there is one. */
export function MemeActions({ meme }: { readonly meme: MemeFieldsFragment }) {
  const [shares, setShares] = useState(false)
  useEffect(() => setShares(typeof navigator.share === 'function' && matchMedia('(pointer: coarse)').matches), [])
  const link = () => new URL(meme.pageUrl, window.location.href).href

  const copyPicture = async () => {
    const png = asPng(meme.url)
    try {
      // Safari wants the promise itself, so that the copy still counts as part of the click.
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })])
      say('The picture is on the clipboard.')
    } catch {
      const loaded = await arrives(png)
      say(loaded ? 'This browser does not let pictures be copied. Download it instead.' : notLoaded)
    }
  }
  const copyLink = async () => {
    try {
      await navigator.clipboard.writeText(link())
      say('The link is on the clipboard.')
    } catch {
      say(`This browser does not let links be copied. It is ${link()}`)
    }
  }
  const share = async () => {
    const file = fileOf(meme)
    if (!(await arrives(file))) return say(notLoaded)
    try {
      const files = [await file]
      await navigator.share(navigator.canShare?.({ files }) ? { files, url: link() } : { url: link() })
    } catch (error) {
      // The person closed the sheet.
      if (error instanceof DOMException && error.name === 'AbortError') return
      say(`This browser does not let it be shared. The link is ${link()}`)
    }
  }

  return (
    <div className={classes.row}>
      <Button variant="default" leftSection={<IconCopy size={18} />} onClick={copyPicture}>
        Copy picture
      </Button>
      <Button variant="default" leftSection={<IconLink size={18} />} onClick={copyLink}>
        Copy link
      </Button>
      {shares && (
        <Button variant="default" leftSection={<IconShare3 size={18} />} onClick={share}>
          Share
        </Button>
      )}
    </div>
  )
}
