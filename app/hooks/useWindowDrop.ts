'use client'

import { useEffect, useRef, useState } from 'react'

interface Dropped {
  readonly onFiles: (files: readonly File[]) => void
  readonly onUrl: (url: string) => void
}

const carries = (data: DataTransfer | null): boolean =>
  data !== null && ['Files', 'text/uri-list'].some((type) => data.types.includes(type))

/** An address in dragged or pasted data, when there is no file. */
function addressIn(data: DataTransfer): string | null {
  const text = (data.getData('text/uri-list').split(/\r?\n/)[0] || data.getData('text/plain')).trim()
  return /^https?:\/\/\S+$/i.test(text) ? text : null
}

function hand(data: DataTransfer | null, { onFiles, onUrl }: Dropped): boolean {
  if (!data) return false
  const address = addressIn(data)
  if (data.files.length > 0) onFiles([...data.files])
  else if (address) onUrl(address)
  else return false
  return true
}

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA)$/.test(target.tagName))

/**
 * Takes pictures dropped anywhere on the window or pasted outside of text fields (a picture also in them), and addresses of pictures.
 * @returns whether something that could be dropped is over the window
 */
export function useWindowDrop(handlers: Dropped): boolean {
  const [over, setOver] = useState(false)
  const current = useRef(handlers)
  current.current = handlers

  useEffect(() => {
    const life = new AbortController()
    const { signal } = life
    // Each child that is entered and left tells; only leaving the last one is leaving the window.
    let depth = 0
    const on = <K extends keyof WindowEventMap>(name: K, listener: (event: WindowEventMap[K]) => void) =>
      window.addEventListener(name, listener, { signal })
    on('dragenter', (event) => {
      if (!carries(event.dataTransfer)) return
      event.preventDefault()
      depth += 1
      setOver(true)
    })
    on('dragover', (event) => carries(event.dataTransfer) && event.preventDefault())
    on('dragleave', () => {
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    })
    on('drop', (event) => {
      depth = 0
      setOver(false)
      if (!carries(event.dataTransfer)) return
      event.preventDefault()
      hand(event.dataTransfer, current.current)
    })
    on('paste', (event) => {
      const hasFile = (event.clipboardData?.files.length ?? 0) > 0
      if (isTextField(event.target) && !hasFile) return
      if (hand(event.clipboardData, current.current)) event.preventDefault()
    })
    return () => life.abort()
  }, [])

  return over
}
