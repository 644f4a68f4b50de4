import { isOurFault } from '#core/alerts/isOurFault'
import { workKinds, workKindText } from '#core/workKind'
import type { AlertKind, HealthFieldsFragment as Latest } from '../generated/graphql'
import type { HealthPart } from './health'
import { sayDuration } from './sayDuration'
import { sayBytes, sayCount, sayShare } from './sayNumber'
import { deviceTitle } from './stageNames'

/** Borders of what is fine. */
const slowDatabaseMs = 250
const fullConnections = 0.85
/** Worth a look from this part of the alert's threshold on. */
const early = 0.5
/** Two failures are no trend. */
const fewFailures = 2

const several = (count: number, one: string, many = `${one}s`) => `${sayCount(count)} ${count === 1 ? one : many}`

/** The site answers, or this would not be asked. */
export function sitePart({ at, site }: Latest): HealthPart {
  const up = sayDuration(Math.max(0, Date.parse(at) - Date.parse(site.startedAt)))
  return { name: 'Site', level: 'good', state: 'Answers', facts: `Up for ${up}, ${sayBytes(site.rssBytes)} of memory` }
}

/** Who works on pictures. */
export function workerPart({ workers }: Latest): HealthPart {
  const name = 'Worker'
  const ready = workers.filter(({ state }) => state === 'READY').length
  const others = workers.length - ready
  if (workers.length === 0)
    return {
      name,
      level: 'bad',
      state: 'None is there',
      facts: 'Nobody works on pictures; jobs wait.',
      advice: 'Start one: npm run worker, or npm start again. Its log says why it ended.',
    }
  const also = others > 0 ? `, ${others} starting or stopping` : ''
  if (ready === 0)
    return {
      name,
      level: 'watch',
      state: 'Getting ready',
      facts: `${several(workers.length, 'worker')} loading models; jobs wait for it.`,
    }
  const served = new Set(workers.flatMap(({ kinds }) => kinds).map((kind) => kind.toLowerCase()))
  const missing = workKinds.filter((kind) => !served.has(kind))
  if (missing.length > 0)
    return {
      name,
      level: missing.every((kind) => kind === 'embed') ? 'watch' : 'bad',
      state: `None ${missing.map((kind) => workKindText[kind]).join(', none ')}`,
      facts: missing.every((kind) => kind === 'embed')
        ? `${ready} ready${also}. New templates are not recognised, and searches go by words only.`
        : `${ready} ready${also}, but none for that: jobs that need it wait, then fail.`,
      advice: `Start one: npm run worker -- --kinds ${missing.join(',')}`,
    }
  const hosts = new Set(workers.map(({ host }) => host)).size
  return { name, level: 'good', state: `${ready} ready`, facts: `On ${several(hosts, 'machine')}${also}` }
}

/** How the database answers, and whether it has room for more connections. */
export function databasePart({ database }: Latest): HealthPart {
  const { answeredMs, sizeBytes, connections, maxConnections } = database
  const facts = `${sayBytes(sizeBytes)}, ${connections} of ${maxConnections} connections`
  if (connections / maxConnections > fullConnections)
    return {
      name: 'Database',
      level: 'watch',
      state: 'Almost out of connections',
      facts,
      advice: 'Raise max_connections, or stop what holds them: select * from pg_stat_activity.',
    }
  const slow = answeredMs > slowDatabaseMs
  return {
    name: 'Database',
    level: slow ? 'watch' : 'good',
    state: `${slow ? 'Slow: answers' : 'Answers'} in ${sayDuration(answeredMs)}`,
    facts,
    ...(slow ? { advice: 'Look at the load and the disk of its machine.' } : {}),
  }
}

const isActive = ({ alerts }: Latest, kind: AlertKind) => alerts.active.some((alert) => alert.kind === kind)
const thresholdOf = ({ alerts }: Latest, kind: AlertKind, otherwise: number) =>
  alerts.rules.find((rule) => rule.kind === kind)?.threshold ?? otherwise

/** How long the oldest job has waited. */
export function queuePart(latest: Latest): HealthPart {
  const { queue } = latest
  const waiting = queue.reduce((sum, kind) => sum + kind.waiting, 0)
  const running = queue.reduce((sum, kind) => sum + kind.running, 0)
  const oldest = Math.max(0, ...queue.map(({ oldestWaitingSeconds }) => oldestWaitingSeconds))
  const facts = `${sayCount(waiting)} waiting, ${sayCount(running)} running`
  if (waiting === 0) return { name: 'Queue', level: 'good', state: 'Nothing waits', facts }
  const threshold = thresholdOf(latest, 'QUEUE_AGE_SECONDS', 60)
  const level = oldest > threshold ? 'bad' : oldest > threshold * early ? 'watch' : 'good'
  return {
    name: 'Queue',
    level,
    state: `Oldest waits ${sayDuration(oldest * 1000)}`,
    facts,
    ...(level === 'good' ? {} : { advice: 'More comes in than is worked off. Start another worker.' }),
  }
}

/** Whether the jobs of the last quarter of an hour ended well, and in time. */
export function jobsPart(latest: Latest): HealthPart {
  const { operations, failures } = latest
  const name = 'Jobs, last 15 min'
  const jobs = operations.find(({ operation }) => operation === 'job')?.now
  if (!jobs) return { name, level: 'good', state: 'None', facts: 'Nobody asked for anything.' }
  const ours = failures.filter(({ code }) => isOurFault(code))
  const count = ours.reduce((sum, failure) => sum + failure.count, 0)
  const percent = (count / jobs.count) * 100
  const facts = `${several(jobs.count, 'job')}, half within ${sayDuration(jobs.p50Ms)}`
  const many = count > fewFailures && percent > thresholdOf(latest, 'ERROR_RATE_PERCENT', 5) * early
  if (many || isActive(latest, 'ERROR_RATE_PERCENT'))
    return {
      name,
      level: isActive(latest, 'ERROR_RATE_PERCENT') ? 'bad' : 'watch',
      state: `${sayShare(percent / 100)} fail here`,
      facts: ours[0] ? `${facts}; mostly ${ours[0].code}` : facts,
      advice: 'See “Errors” below, and the worker’s log.',
    }
  if (isActive(latest, 'P95_MS'))
    return {
      name,
      level: 'watch',
      state: `Slow: p95 ${sayDuration(jobs.p95Ms)}`,
      facts,
      advice: 'See “Stage by stage” for the slow one.',
    }
  const state = count === 0 ? 'All well' : several(count, 'failure')
  return { name, level: 'good', state, facts }
}

/** Which models are loaded. */
export function modelsPart({ workers }: Latest): HealthPart {
  const models = workers.flatMap((worker) => worker.models)
  const name = 'Models'
  const titles: Readonly<Record<string, string>> = { ocr: 'Text reader', clip: 'CLIP' }
  const title = (model: string) => titles[model] ?? model
  if (models.length === 0)
    return { name, level: 'good', state: 'None loaded', facts: 'A worker loads them when it starts.' }
  const broken = models.find(({ state }) => state === 'broken')
  if (broken)
    return {
      name,
      level: 'watch',
      state: `${title(broken.name)} is broken`,
      facts: 'Everything else works without it.',
      advice: broken.advice ?? '',
    }
  const names = (state: string) => [
    ...new Set(models.filter((model) => model.state === state).map((model) => title(model.name))),
  ]
  const missing = names('missing')
  const facts =
    missing.length > 0 ? `${missing.join(', ')} is not installed: nothing is found by meaning` : 'All are there'
  const ready = names('ready')
  return { name, level: 'good', state: ready.length > 0 ? `${ready.join(' and ')} ready` : 'None ready', facts }
}

/** Where models run, and how busy those machines are. */
export function devicePart({ workers }: Latest): HealthPart {
  const devices = [...new Set(workers.flatMap((worker) => worker.devices))]
  const load = Math.max(0, ...workers.map((worker) => worker.load))
  return {
    name: 'Device',
    level: 'good',
    state: devices.length > 0 ? devices.map(deviceTitle).join(', ') : 'Not known',
    facts: workers.length > 0 ? `Load ${load.toFixed(1)} on the busiest machine` : 'No worker tells.',
  }
}
