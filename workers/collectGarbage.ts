import { setImmediate } from 'node:timers/promises'

/** From here on a picture takes more than what may lie about as garbage. */
const LARGE_PIXELS = 6_000_000

/**
 * Has garbage collected before a large picture takes its memory. Up to 64 MB of dead pixels of libvips and the canvas lie about otherwise, which V8 sees no
 * need to look for, and which cannot be given back by hand (`discard`). It holds the thread up for 30 to 50 ms, a twentieth of what such a picture takes.
 * @param pixels of the picture that comes
 * @param collect the collector, where `node --expose-gc` gives it: elsewhere nothing happens
 */
export async function collectGarbage(pixels: number, collect: (() => void) | undefined = globalThis.gc): Promise<void> {
  if (pixels < LARGE_PIXELS || !collect) return
  // The job that has just made room holds its picture until its functions have returned.
  await setImmediate()
  collect()
}

/** As many lie about in a thread before it is worth looking. What it knows of it discards by hand. */
const MANY_BYTES = 24 * 2 ** 20

/**
 * Has garbage collected in a thread that holds nothing from one task to the next: dead arrays of its tasks, of which each thread would let 64 MB gather.
 * 5 ms, as its heap is small; but V8 forgets its optimised code for shapes of which nothing lives just then, and the next picture takes twice as long.
 * @param arrayBytes of all its arrays, dead or alive
 */
export function collectManyBytes(arrayBytes: number, collect: (() => void) | undefined = globalThis.gc): void {
  if (arrayBytes > MANY_BYTES) collect?.()
}
