'use client'

import { useEffect, useState } from 'react'
import { ServiceState } from '../client/documents'
import { request } from '../client/request'
import type { WorkerStatus } from '../generated/graphql'

const everyMs = 3_000

/**
 * Whether somebody works on pictures. Asked once at first, then only while `waiting` (something hangs on the answer) or while
 * the last answer was not READY. Null: not known.
 */
export function useServiceStatus(waiting: boolean): WorkerStatus | null {
  const [worker, setWorker] = useState<WorkerStatus | null>(null)
  const again = waiting || (worker !== null && worker !== 'READY')

  useEffect(() => {
    const life = new AbortController()
    const ask = () =>
      request(ServiceState, {}, life.signal).then(
        ({ status }) => setWorker(status.worker),
        () => {},
      )
    void ask()
    const timer = again ? setInterval(() => document.visibilityState === 'visible' && void ask(), everyMs) : undefined
    return () => {
      life.abort()
      clearInterval(timer)
    }
  }, [again])

  return worker
}
