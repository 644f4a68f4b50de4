'use client'

import { useEffect, useState } from 'react'
import { ServiceState } from '../client/documents'
import { request } from '../client/request'
import type { ServiceStateQuery } from '../generated/graphql'

const everyMs = 3_000

/** Who works on pictures just now. */
export type ServiceNow = Pick<ServiceStateQuery['status'], 'worker' | 'missing'>

const isWhole = ({ worker, missing }: ServiceNow): boolean => worker === 'READY' && missing.length === 0

/**
 * Whether somebody works on pictures. Asked once at first, then only while `waiting` (something hangs on the answer) or while
 * the last answer was that somebody is missing. Null: not known.
 */
export function useServiceStatus(waiting: boolean): ServiceNow | null {
  const [now, setNow] = useState<ServiceNow | null>(null)
  const again = waiting || (now !== null && !isWhole(now))

  useEffect(() => {
    const life = new AbortController()
    const ask = () =>
      request(ServiceState, {}, life.signal).then(
        ({ status }) => setNow(status),
        () => {},
      )
    void ask()
    const timer = again ? setInterval(() => document.visibilityState === 'visible' && void ask(), everyMs) : undefined
    return () => {
      life.abort()
      clearInterval(timer)
    }
  }, [again])

  return now
}
