'use client'

import { useEffect, useState } from 'react'
import { sayMoment } from '../../../../performance/sayMoment'

interface WhenProps {
  readonly at: string
  readonly withSeconds?: boolean
}

/** A moment by this browser's clock and language. The server knows neither: what it makes says UTC until the page runs. */
export function When({ at, withSeconds = false }: WhenProps) {
  const [text, setText] = useState(`${at.slice(0, 16).replace('T', ' ')} UTC`)
  useEffect(() => setText(sayMoment(at, withSeconds)), [at, withSeconds])
  return <time dateTime={at}>{text}</time>
}
