'use client'

import { useEffect, useState } from 'react'
import { LimitsInForce } from '../client/documents'
import { request } from '../client/request'
import type { LimitsInForceQuery } from '../generated/graphql'

/** Bytes, pixels and characters that the server takes. */
export type LimitsView = LimitsInForceQuery['limits']

/** The server's limits; null until they are known, when nothing is refused early. */
export function useLimits(): LimitsView | null {
  const [limits, setLimits] = useState<LimitsView | null>(null)
  useEffect(() => {
    const life = new AbortController()
    request(LimitsInForce, {}, life.signal).then(
      (answer) => setLimits(answer.limits),
      () => {},
    )
    return () => life.abort()
  }, [])
  return limits
}
