import { config } from '#store/config'
import { livingWorkers } from '#store/workers'
import { questionLane } from '../answers/questionLane'
import { describing, housekeeping } from '../background'
import { log } from '../log'
import type { PartsSource } from '../startWorker'
import { helpLane } from './helpLane'
import { type OpenLane, openLane } from './lane'
import { openOnce } from './openOnce'
import type { LockNames } from './places'

/** Kinds whose stages one worker does for another. */
const handedKinds = ['ocr', 'inpaint'] as const

/**
 * Opens the lanes of the kinds that this process serves. Stages of others' jobs have a lane each, from when some worker that takes jobs cannot do them by
 * itself: while all do everything, nobody looks for them.
 */
export async function openLanes(workerId: string, source: PartsSource, lockNames: LockNames): Promise<OpenLane> {
  const settings = config()
  const { kinds } = source
  const takesJobs = kinds.has('render')
  const lanes: Promise<OpenLane>[] = []

  if (takesJobs) {
    // Imported late: fonts and the canvas come with it.
    const { openJobLanes } = await import('./jobLanes')
    const background = { ...housekeeping(settings), ...(kinds.has('embed') ? describing(source) : {}) }
    lanes.push(openJobLanes(workerId, source, background, lockNames))
  }
  if (kinds.has('embed')) {
    lanes.push(openLane(questionLane(source), lockNames))
    if (!takesJobs) lanes.push(openLane({ tasks: describing(source), places: 1 }, lockNames))
  }

  const helping = openOnce((kind: (typeof handedKinds)[number]) =>
    helpLane(kind, source).then((lane) => openLane(lane, lockNames)),
  )
  const help = async (): Promise<void> => {
    const lacking = takesJobs ? await lackedByOthers(settings.queue.dead_after_seconds) : new Set(kinds)
    await helping.need(handedKinds.filter((kind) => kinds.has(kind) && lacking.has(kind)))
  }
  const helpOrComplain = () => help().catch((error) => log.warn({ err: error }, 'could not look whom to help'))
  await Promise.all(lanes)
  await help()
  const timer = takesJobs
    ? setInterval(() => void helpOrComplain(), settings.queue.heartbeat_seconds * 1000)
    : undefined

  return {
    async stop() {
      clearInterval(timer)
      const open = [...(await Promise.all(lanes)), ...(await helping.all())]
      await Promise.all(open.map((lane) => lane.stop()))
    },
  }
}

/** Kinds that some living worker needs for its jobs and does not do. */
async function lackedByOthers(deadAfterSeconds: number): Promise<ReadonlySet<string>> {
  const drivers = (await livingWorkers(deadAfterSeconds)).filter(({ kinds }) => kinds.includes('render'))
  return new Set(handedKinds.filter((kind) => drivers.some(({ kinds }) => !kinds.includes(kind))))
}
