/** Work that is on its way for one of those who want it. */
export interface Flight<T> {
  /** Rejects with the reason of `signal` as soon as that is aborted, whatever becomes of the work. */
  readonly result: Promise<T>
  /** Somebody else had asked for it already. */
  readonly joined: boolean
  /** Nobody else has asked for it, until now. */
  isAlone(): boolean
}

interface Work<T> {
  readonly result: Promise<T>
  readonly abort: AbortController
  wanted: number
  joined: boolean
}

/**
 * Equal work at the same moment is done once, within this process. Each may stop wanting it: the others still get it, and only when nobody wants
 * it any more the work is told to stop. Who asks then begins anew.
 * @returns what asks for work by its key; `make` gets the signal that all who wanted it have gone
 */
export function singleFlight<T>() {
  const flying = new Map<string, Work<T>>()

  const begin = (key: string, make: (signal: AbortSignal) => Promise<T>): Work<T> => {
    const abort = new AbortController()
    const result = (async () => make(abort.signal))()
    const work: Work<T> = { result, abort, wanted: 0, joined: false }
    flying.set(key, work)
    const landed = () => {
      if (flying.get(key) === work) flying.delete(key)
    }
    result.then(landed, landed)
    return work
  }

  return (key: string, make: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Flight<T> => {
    if (signal?.aborted) return { result: Promise.reject(signal.reason), joined: false, isAlone: () => true }
    const found = flying.get(key)
    const work = found ?? begin(key, make)
    work.wanted += 1
    work.joined ||= found !== undefined
    const result = new Promise<T>((resolve, reject) => {
      const leave = () => {
        reject(signal?.reason)
        work.wanted -= 1
        if (work.wanted > 0) return
        if (flying.get(key) === work) flying.delete(key)
        work.abort.abort(signal?.reason)
      }
      signal?.addEventListener('abort', leave, { once: true })
      work.result.then(resolve, reject).finally(() => signal?.removeEventListener('abort', leave))
    })
    return { result, joined: found !== undefined, isAlone: () => !work.joined }
  }
}
