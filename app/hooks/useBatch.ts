'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { CancelBatch, GenerateMemes } from '../client/batchDocuments'
import { type PlainProblem, ProblemError, problemOf } from '../client/problem'
import { request } from '../client/request'
import { type BatchEvent, watchBatch } from '../client/watchBatch'
import type { GenerateMemesInput } from '../generated/graphql'

/** One meme of the batch, as it was told last. */
export type BatchItemView = BatchEvent['changed'][number]

/** What is known of the batch that is shown. */
export interface BatchView {
  readonly id: string | null
  readonly sums: BatchEvent['batch'] | null
  readonly items: readonly BatchItemView[]
  /** It is being sent. */
  readonly asking: boolean
  readonly problem: PlainProblem | null
}

const nothing: BatchView = { id: null, sums: null, items: [], asking: false, problem: null }
const gone: PlainProblem = {
  code: 'NOT_FOUND',
  message: 'These memes are not known here any more. Make new ones.',
  retryable: false,
}

/** Newer items in their places among those that are known. */
function merged(known: readonly BatchItemView[], changed: readonly BatchItemView[]): readonly BatchItemView[] {
  const items = [...known]
  for (const item of changed) items[item.index] = item
  return items
}

/**
 * Asks for a batch and follows it, or follows one that was asked for before.
 * @param first id of the latter
 */
export function useBatch(first: string | null) {
  const [view, setView] = useState<BatchView>({ ...nothing, id: first })
  const stop = useRef(() => {})

  const watch = useCallback((id: string) => {
    stop.current()
    stop.current = watchBatch(id, {
      onEvent: ({ batch, changed }) =>
        setView((now) => ({ ...now, id, sums: batch, items: merged(now.items, changed), problem: null })),
      onGone: () => setView({ ...nothing, problem: gone }),
    })
  }, [])

  useEffect(() => {
    if (first) watch(first)
    return () => stop.current()
  }, [first, watch])

  const ask = useCallback(
    async (input: GenerateMemesInput): Promise<string | null> => {
      stop.current()
      setView({ ...nothing, asking: true })
      try {
        const { generateMemes } = await request(GenerateMemes, { input })
        if (generateMemes.__typename !== 'BatchTicket') throw new ProblemError(generateMemes)
        const { id } = generateMemes.batch
        setView({ ...nothing, id })
        watch(id)
        return id
      } catch (error) {
        setView({ ...nothing, problem: problemOf(error) })
        return null
      }
    },
    [watch],
  )

  const cancel = useCallback(async () => {
    if (view.id === null) return
    try {
      await request(CancelBatch, { id: view.id })
    } catch (error) {
      setView((now) => ({ ...now, problem: problemOf(error) }))
    }
  }, [view.id])

  return { ...view, ask, cancel }
}
