'use client'

import { useCallback, useEffect, useState } from 'react'
import { CurationWork } from '../client/curationDocuments'
import { request } from '../client/request'
import type { CurationWorkQuery } from '../generated/graphql'

const everyMs = 5_000

/** What could be looked after; asked for again while the worker still describes pictures. */
export function useCurationWork(first: CurationWorkQuery['curation']) {
  const [work, setWork] = useState(first)
  const refresh = useCallback(async (signal?: AbortSignal) => {
    try {
      setWork((await request(CurationWork, {}, signal)).curation)
    } catch {
      // What is there stays.
    }
  }, [])
  const { pictures, fingerprinted } = work.vectors
  const done = fingerprinted >= pictures
  useEffect(() => {
    if (done) return
    const life = new AbortController()
    const timer = setInterval(() => void refresh(life.signal), everyMs)
    return () => {
      clearInterval(timer)
      life.abort()
    }
  }, [done, refresh])
  return { work, refresh }
}
