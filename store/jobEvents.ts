import { EventEmitter } from 'node:events'
import pg from 'pg'
import { databaseUrl } from './database'
import { GALLERY_CHANNEL } from './templates/vectors/galleryRevision'

/** Postgres channels; the payload is a job's id. A cancelled job is told on this one and on CANCEL_CHANNEL. */
export const JOB_CHANNEL = 'memezap_job_changed'

/** Tells how far a job is: what may be read a moment later, or never when the end comes before. */
export const PROGRESS_CHANNEL = 'memezap_progress'

/** Tells those who run a job. */
export const CANCEL_CHANNEL = 'memezap_job_cancelled'

/** Tells those who asked a worker something (`askWorker`); the payload is the question's key. */
export const ANSWER_CHANNEL = 'memezap_answer'

/** Tells those who wait for an entry of a shared cache that nobody makes it any more; the payload is `<cache> <key>`. */
export const CACHE_CHANNEL = 'memezap_cache'
const RETRY_MS = 300

interface JobEvents {
  /** Calls `onChange` after each change of the job, and after every reconnect (something may have been missed). Returns the unsubscriber. */
  watch(jobId: string, onChange: () => void): () => void
  /** The same for the job's progress, which `watch` is not told. */
  watchProgress(jobId: string, onProgress: () => void): () => void
  /** The same for the moment when a job may have been cancelled; what runs it listens to this alone, and asks whether it still holds it. */
  watchCancel(jobId: string, onCancel: () => void): () => void
  /** The same for the pictures that uploads are recognised by (`galleryRevision`). */
  watchGallery(onChange: () => void): () => void
  /** The same for each step forward in describing templates (`vectorProgress`). */
  watchDescribing(onChange: () => void): () => void
  /** The same for the answer to a question. */
  watchAnswer(key: string, onAnswer: () => void): () => void
  /** The same for an entry that another process is making. */
  watchCache(name: string, onEnd: () => void): () => void
  /** How many watch jobs just now. */
  watching(): number
  /** Settles when the LISTEN connection stands. */
  ready(): Promise<void>
  close(): Promise<void>
}

const shared = globalThis as typeof globalThis & { memezapJobEvents?: JobEvents }

/** One LISTEN connection per process, made on first use, remade when it breaks; survives hot reload through globalThis. */
export function jobEvents(): JobEvents {
  shared.memezapJobEvents ??= connectJobEvents()
  return shared.memezapJobEvents
}

function connectJobEvents(): JobEvents {
  const emitter = new EventEmitter()
  emitter.setMaxListeners(0)
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const reconnect = () => {
    if (closed) return
    clearTimeout(timer)
    timer = setTimeout(() => void connect(), RETRY_MS)
  }
  const connect = async () => {
    const next = new pg.Client({ connectionString: databaseUrl(), keepAlive: true, application_name: 'memezap-events' })
    client = next
    let broken = false
    // 'error' and 'end' may both come: one reconnect for the two.
    const breakOff = () => {
      if (broken) return
      broken = true
      next.removeAllListeners('notification')
      next.end().catch(ignoreClosed)
      reconnect()
    }
    next.on('notification', ({ channel, payload }) => emitter.emit(`${channel} ${payload}`))
    next.on('error', breakOff)
    next.on('end', breakOff)
    try {
      await next.connect()
      await next.query(
        `listen ${JOB_CHANNEL}; listen ${PROGRESS_CHANNEL}; listen ${CANCEL_CHANNEL}; listen ${GALLERY_CHANNEL}; listen ${ANSWER_CHANNEL}; listen ${CACHE_CHANNEL}`,
      )
      emitter.emit('up')
      for (const name of emitter.eventNames()) if (name !== 'up') emitter.emit(name)
    } catch {
      // The database is away: it is tried again, and watchers are told when it is back.
      breakOff()
    }
  }
  const watchOn = (channel: string) => (jobId: string, listener: () => void) => {
    emitter.on(`${channel} ${jobId}`, listener)
    return () => void emitter.off(`${channel} ${jobId}`, listener)
  }
  const watchGallery = watchOn(GALLERY_CHANNEL)
  const up = new Promise<void>((resolve) => emitter.once('up', resolve))
  void connect()

  return {
    watch: watchOn(JOB_CHANNEL),
    watchProgress: watchOn(PROGRESS_CHANNEL),
    watchCancel: watchOn(CANCEL_CHANNEL),
    watchGallery: (onChange) => watchGallery('changed', onChange),
    watchAnswer: watchOn(ANSWER_CHANNEL),
    watchCache: watchOn(CACHE_CHANNEL),
    watchDescribing: (onChange) => watchGallery('described', onChange),
    watching: () =>
      emitter
        .eventNames()
        .filter((name) => String(name).startsWith('memezap_job'))
        .reduce((count, name) => count + emitter.listenerCount(name), 0),
    ready: () => up,
    async close() {
      closed = true
      clearTimeout(timer)
      shared.memezapJobEvents = undefined
      client?.removeAllListeners('end')
      await client?.end().catch(ignoreClosed)
    },
  }
}

/** A connection that is already broken cannot be ended again. */
const ignoreClosed = () => undefined
