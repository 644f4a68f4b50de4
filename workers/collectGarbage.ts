/** From here on a picture takes more than what may lie about as garbage. */
const LARGE_PIXELS = 6_000_000

/**
 * Has garbage collected before a large picture takes its memory. Up to 64 MB of dead pixels of libvips and the canvas lie about otherwise, which V8 sees no
 * need to look for, and which cannot be given back by hand (`discard`). It holds the thread up for 30 to 50 ms, a twentieth of what such a picture takes.
 * @param pixels of the picture that comes
 * @param collect the collector, where `node --expose-gc` gives it: elsewhere nothing happens
 */
export function collectGarbage(pixels: number, collect: (() => void) | undefined = globalThis.gc): void {
  if (pixels >= LARGE_PIXELS) collect?.()
}
