/** Something that runs on a device, and goes on with the processor when that fails. */
export interface OnDevice<T> {
  /** What is used now. */
  current(): T
  /** Runs `work`; once more, on the processor, when it fails on another device. */
  use<R>(work: (opened: T) => Promise<R>): Promise<R>
}

/**
 * @param first as it was opened
 * @param isOnProcessor then there is nothing to go on with, and a failure is the work's own
 * @param openOnProcessor told the failure; asked once, however much fails at the same moment. When it fails, so does the work.
 */
export function onDevice<T>(
  first: T,
  isOnProcessor: (opened: T) => boolean,
  openOnProcessor: (error: unknown) => Promise<T>,
): OnDevice<T> {
  let opened = first
  let leaving: Promise<T> | undefined
  return {
    current: () => opened,
    async use(work) {
      const used = opened
      try {
        return await work(used)
      } catch (error) {
        if (isOnProcessor(used)) throw error
        leaving ??= openOnProcessor(error)
        opened = await leaving
        return work(opened)
      }
    },
  }
}
