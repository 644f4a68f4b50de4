'use client'

import { useLocalStorage } from '@mantine/hooks'
import { useCallback } from 'react'

/** A meme made in this browser. Only here is known that they belong together; the server keeps no list of them. */
export interface RecentMeme {
  readonly id: string
  readonly url: string
  readonly width: number
  readonly height: number
  readonly captions: readonly string[]
}

const most = 60

/** The memes made in this browser, and what can be done to the list. */
export interface RecentMemes {
  readonly memes: readonly RecentMeme[]
  readonly remember: (meme: RecentMeme) => void
  readonly forget: (id: string) => void
}

/** The last memes made in this browser, newest first; in step between tabs. */
export function useRecentMemes(): RecentMemes {
  const [memes, setMemes] = useLocalStorage<readonly RecentMeme[]>({ key: 'memezap.memes.1', defaultValue: [] })
  const remember = useCallback(
    ({ id, url, width, height, captions }: RecentMeme) =>
      setMemes((now) =>
        [{ id, url, width, height, captions }, ...now.filter((other) => other.id !== id)].slice(0, most),
      ),
    [setMemes],
  )
  const forget = useCallback((id: string) => setMemes((now) => now.filter((other) => other.id !== id)), [setMemes])
  return { memes, remember, forget }
}
