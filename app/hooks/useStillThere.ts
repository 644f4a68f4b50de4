'use client'

import { useEffect, useState } from 'react'
import { MemesByIds } from '../client/documents'
import { request } from '../client/request'
import type { RecentMeme } from './useRecentMemes'

/** Those of the memes that the server still has; all of them until it has answered. */
export function useStillThere(memes: readonly RecentMeme[]): readonly RecentMeme[] {
  const [gone, setGone] = useState<readonly string[]>([])
  const ids = memes.map(({ id }) => id).join(' ')
  useEffect(() => {
    if (ids === '') return
    const asked = ids.split(' ')
    const life = new AbortController()
    request(MemesByIds, { ids: asked }, life.signal).then(
      (answer) => {
        const there = new Set(answer.memes.edges.map(({ node }) => node.id))
        setGone(asked.filter((id) => !there.has(id)))
      },
      () => {},
    )
    return () => life.abort()
  }, [ids])
  return memes.filter(({ id }) => !gone.includes(id))
}
