/** What a job needs room for, from before its picture is decoded until the job has ended. */
export interface PixelRoom {
  /**
   * Takes room for a picture. A job waits for its first only: for a second one, a template's, it would wait for others that wait for it.
   * @param pixels as its header says
   * @returns milliseconds waited
   * @throws the signal's reason, when the job is aborted while it waits
   */
  enter(pixels: number): Promise<number>
  /** Gives all of its room back; again is harmless. */
  leave(): void
}

/** Lets so many pixels be in flight in this process, whosesoever they are. */
export interface PixelGate {
  /** @param signal aborted when the job is cancelled or takes too long, or has ended while it was in line */
  room(signal: AbortSignal): PixelRoom
  /** Pixels of jobs that are past the gate. */
  inFlight(): number
  /** Jobs in line. */
  waiting(): number
}

interface Waiting {
  readonly pixels: number
  /** Pixels that went before it while it was the first in line. */
  overtaken: number
  /** Called as soon as its pixels are counted. */
  readonly go: () => void
}

/**
 * Small pictures pass while a large one waits, but no more than the limit's worth of pixels: then all wait until it has gone. A picture larger than the
 * limit goes when no other is in flight.
 * @param maxPixels of all jobs together
 */
export function createPixelGate(maxPixels: number): PixelGate {
  const line: Waiting[] = []
  let taken = 0

  /** Lets in whoever may go, in order. */
  const admit = () => {
    let next = 0
    while (next < line.length) {
      const first = line[0]!
      const one = line[next]!
      const fits = taken === 0 || taken + one.pixels <= maxPixels
      if (!fits || (one !== first && first.overtaken + one.pixels > maxPixels)) {
        next += 1
        continue
      }
      if (one !== first) first.overtaken += one.pixels
      line.splice(next, 1)
      taken += one.pixels
      one.go()
    }
  }

  const wait = (pixels: number, signal: AbortSignal, entered: () => void): Promise<void> =>
    new Promise((resolve, reject) => {
      const leaveLine = () => {
        line.splice(line.indexOf(one), 1)
        reject(signal.reason)
        // Who was held up by it may go.
        admit()
      }
      const go = () => {
        signal.removeEventListener('abort', leaveLine)
        entered()
        resolve()
      }
      const one: Waiting = { pixels, overtaken: 0, go }
      signal.addEventListener('abort', leaveLine, { once: true })
      line.push(one)
      admit()
    })

  const room = (signal: AbortSignal): PixelRoom => {
    let held = 0
    return {
      async enter(pixels) {
        signal.throwIfAborted()
        if (held > 0) {
          held += pixels
          taken += pixels
          return 0
        }
        const start = performance.now()
        const turn = wait(pixels, signal, () => {
          held = pixels
        })
        // Who need not stand in line has not waited, whatever the clock says.
        const atOnce = held > 0
        await turn
        return atOnce ? 0 : performance.now() - start
      },
      leave() {
        taken -= held
        held = 0
        admit()
      },
    }
  }

  return { room, inFlight: () => taken, waiting: () => line.length }
}
