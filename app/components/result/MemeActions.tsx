'use client'

import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCopy, IconLink, IconShare3 } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { asPng, fileOf } from '../../client/pictureFile'
import type { MemeFieldsFragment } from '../../generated/graphql'
import classes from './MemeActions.module.css'

const say = (message: string) => notifications.show({ message, color: 'zap', withBorder: true })

/** Copy the picture, copy the link, and the phone's own share sheet where there is one. */
export function MemeActions({ meme }: { readonly meme: MemeFieldsFragment }) {
  const [shares, setShares] = useState(false)
  useEffect(() => setShares(typeof navigator.share === 'function' && matchMedia('(pointer: coarse)').matches), [])
  const link = () => new URL(meme.pageUrl, window.location.href).href

  const copyPicture = async () => {
    try {
      // Safari wants the promise itself, so that the copy still counts as part of the click.
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': asPng(meme.url) })])
      say('The picture is on the clipboard.')
    } catch {
      say('This browser does not let pictures be copied. Download it instead.')
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
    try {
      const files = [await fileOf(meme)]
      await navigator.share(navigator.canShare?.({ files }) ? { files, url: link() } : { url: link() })
    } catch {
      // The person closed the sheet.
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
