/** What is smaller is not worth the way: small blocks are used again by themselves. */
const leastBytes = 2 ** 16

/**
 * Gives the memory of large arrays back at once, which nobody uses any more: their length is 0 then. The collector sees no need before some 64 MB of them
 * have gathered in a thread. They travel to a port that is closed already; 0.03 ms each. Not for what native code made: sharp's buffers cannot travel, a canvas's
 * are not given back.
 */
export function discard(...arrays: readonly { readonly buffer: ArrayBufferLike }[]): void {
  for (const { buffer } of arrays) {
    if (buffer.byteLength < leastBytes || !(buffer instanceof ArrayBuffer)) continue
    const { port1, port2 } = new MessageChannel()
    port1.postMessage(undefined, [buffer])
    port2.close()
  }
}
