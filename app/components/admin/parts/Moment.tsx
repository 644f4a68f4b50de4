'use client'

import { useEffect, useState } from 'react'

/** A moment as this browser's clock and language say it. The server knows neither, so at first it is the plain date. */
export function Moment({ at }: { readonly at: string }) {
  const [text, setText] = useState(at.slice(0, 10))
  useEffect(() => setText(new Date(at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })), [at])
  return <time dateTime={at}>{text}</time>
}
