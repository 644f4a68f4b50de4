import type { Profiler } from 'node:inspector'
import { sourcePlace } from './sourcePlace'

/** Lines of a profile are counted without columns: the last statement that begins on one stands for it. */
const endOfLine = Number.MAX_SAFE_INTEGER

/** The profile with the places of the sources in place of those of built code. */
export function sourceProfile(profile: Profiler.Profile): Profiler.Profile {
  return { ...profile, nodes: profile.nodes.map(sourceNode) }
}

function sourceNode(node: Profiler.ProfileNode): Profiler.ProfileNode {
  const { url, lineNumber, columnNumber } = node.callFrame
  const place = sourcePlace({ url, line: lineNumber, column: columnNumber })
  if (!place) return node
  return {
    ...node,
    callFrame: { ...node.callFrame, url: place.url, lineNumber: place.line, columnNumber: place.column },
    positionTicks: node.positionTicks?.map(({ line, ticks }) => {
      const ticked = sourcePlace({ url, line: line - 1, column: endOfLine })
      return { line: ticked ? ticked.line + 1 : line, ticks }
    }),
  }
}
