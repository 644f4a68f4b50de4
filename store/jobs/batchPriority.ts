/** Of what somebody asked for by itself. The lower goes first. */
export const SINGLE_PRIORITY = 0

const QUEUE_SHARE = 0.8

/** How much of the queue batches may fill: the rest is kept for what somebody asks for by itself. @param maxWaiting `queue.max_waiting` */
export const waitingForBatches = (maxWaiting: number): number => Math.ceil(maxWaiting * QUEUE_SHARE)

/** Descriptions of templates come at 10, behind all memes. */
const LAST = 9
const ITEMS_OF_ONE_PRIORITY = 12

/**
 * Where an item of a batch stands in the queue: behind everything that is asked for by itself, and the further behind the later it comes in its batch, so that
 * a small batch does not wait for a large one.
 * @param index from 0
 */
export const batchPriority = (index: number): number => Math.min(LAST, 1 + Math.floor(index / ITEMS_OF_ONE_PRIORITY))
