'use client'

import { useEffect, useRef } from 'react'
import { CuratedTemplateProgress } from '../client/curatedTemplateDocuments'
import { request } from '../client/request'
import type { TemplateEditing } from './useTemplateEditor'

const everyMs = 2_500

/** Asks what the worker has found out about a template's pictures. No answer is no news. */
async function askNews({ saved, tellNews }: TemplateEditing, signal: AbortSignal): Promise<void> {
  try {
    const { curation } = await request(CuratedTemplateProgress, { id: saved.id }, signal)
    const news = curation.template
    if (!news || signal.aborted) return
    const { duplicates, duplicatesKnown } = news
    const told = new Map(news.pictures.map((picture) => [picture.id, picture]))
    const pictures = saved.pictures.map((picture) => ({ ...picture, ...told.get(picture.id) }))
    if (news.version === saved.version) tellNews(news.version, { duplicates, duplicatesKnown, pictures })
  } catch {
    // Asked again in a moment.
  }
}

/** Asks for what the worker finds out about a template's pictures, until it has compared them with all others. */
export function useWorkerNews(editing: TemplateEditing): void {
  const { duplicatesKnown, pictures } = editing.saved
  const known = duplicatesKnown && pictures.every(({ fingerprinted }) => fingerprinted)
  const current = useRef(editing)
  current.current = editing
  useEffect(() => {
    if (known) return
    const life = new AbortController()
    const timer = setInterval(() => void askNews(current.current, life.signal), everyMs)
    return () => {
      clearInterval(timer)
      life.abort()
    }
  }, [known])
}

/** Asks once more when look-alikes are shown: others may have been added since this page knew. */
export function useLatestLookAlikes(editing: TemplateEditing): void {
  const current = useRef(editing)
  current.current = editing
  useEffect(() => {
    const life = new AbortController()
    void askNews(current.current, life.signal)
    return () => life.abort()
  }, [])
}
