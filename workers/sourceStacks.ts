/** Put before everything in the worker's bundle and its threads (scripts/start/bundleWorker.ts): stacks of errors name the sources. */
import { sourcePlace } from './sourcePlace'

const builtPlace = /(file:\/\/[^\s)]+\.js):(\d+):(\d+)/

function named(frame: string): string {
  return frame.replace(builtPlace, (built, url: string, line: string, column: string) => {
    const place = sourcePlace({ url, line: Number(line) - 1, column: Number(column) - 1 })
    return place ? `${place.url}:${place.line + 1}:${place.column + 1}` : built
  })
}

Error.prepareStackTrace = (error, frames) =>
  [String(error), ...frames.map((frame) => `    at ${named(String(frame))}`)].join('\n')
