'use client'

import { useEffect } from 'react'
import { CuratedTemplateProgress } from '../client/curatedTemplateDocuments'
import { request } from '../client/request'
import type { TemplateEditing } from './useTemplateEditor'

const everyMs = 2_500

/** Asks for what the worker finds out about a template's pictures, until it has compared them with all others. */
export function useWorkerNews({ saved, tellNews }: TemplateEditing): void {
  const { id, version } = saved
  const known = saved.duplicatesKnown && saved.pictures.every(({ fingerprinted }) => fingerprinted)
  useEffect(() => {
    if (known) return
    const life = new AbortController()
    const timer = setInterval(async () => {
      try {
        const { curation } = await request(CuratedTemplateProgress, { id }, life.signal)
        const news = curation.template
        if (!news || news.version !== version || life.signal.aborted) return
        const { duplicates, duplicatesKnown } = news
        const done = new Map(news.pictures.map((picture) => [picture.id, picture]))
        tellNews({
          duplicates,
          duplicatesKnown,
          pictures: saved.pictures.map((picture) => ({ ...picture, ...done.get(picture.id) })),
        })
      } catch {
        // Asked again in a moment.
      }
    }, everyMs)
    return () => {
      clearInterval(timer)
      life.abort()
    }
  }, [id, version, known, saved.pictures, tellNews])
}
