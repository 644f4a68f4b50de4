import type { Profiler } from 'node:inspector'

/** A function and what it called, with the time spent in both. */
export interface CallTree {
  readonly name: string
  readonly ms: number
  readonly children: readonly CallTree[]
}

interface Growing {
  ms: number
  readonly children: Map<string, Growing>
}

const empty = (): Growing => ({ ms: 0, children: new Map() })

/** What a frame is called; undefined for those that tell nothing: their time counts for who called them. */
function nameOf({ functionName, url }: Profiler.ProfileNode['callFrame']): string | undefined {
  if (functionName === '(garbage collector)') return 'collecting garbage'
  if (functionName === '(idle)') return 'sharp, on threads of its own'
  if (url.includes('onnxruntime-node')) return 'ONNX Runtime'
  if (url.includes('node_modules') || url.includes('/bench/flame') || !url.startsWith('file:') || functionName === '')
    return undefined
  return functionName
}

/**
 * Adds up a profile's samples. They are taken by the clock, which also runs while others have the processor: all is scaled to the time that was used.
 * @param usedMs processor time, which the whole becomes
 */
export function callTree(name: string, { nodes, samples, timeDeltas }: Profiler.Profile, usedMs: number): CallTree {
  const parents = new Map(nodes.flatMap(({ id, children }) => (children ?? []).map((child) => [child, id] as const)))
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]))
  const pathTo = (sample: number): readonly string[] => {
    const path: string[] = []
    for (let at: number | undefined = sample; at !== undefined; at = parents.get(at)) {
      const frame = frames.get(at)
      if (frame !== undefined) path.unshift(frame)
    }
    return path
  }
  // What has no name is the profiler itself, as it starts and stops.
  const named = (samples ?? []).map((sample, k) => ({ path: pathTo(sample), delta: timeDeltas![k]! }))
  const taken = named.filter(({ path }) => path.length > 0)
  const scale = usedMs / taken.reduce((sum, { delta }) => sum + delta, 0)
  const root = empty()
  for (const { path, delta } of taken) {
    let node = root
    node.ms += delta * scale
    for (const frame of path) {
      let child = node.children.get(frame)
      if (child === undefined) {
        child = empty()
        node.children.set(frame, child)
      }
      child.ms += delta * scale
      node = child
    }
  }
  return grown(name, root)
}

const grown = (name: string, { ms, children }: Growing): CallTree => ({
  name,
  ms: Math.round(ms * 100) / 100,
  children: [...children]
    .map(([child, node]) => grown(child, node))
    .filter((child) => child.ms >= 0.3)
    .sort((a, b) => b.ms - a.ms),
})
