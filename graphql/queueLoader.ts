import DataLoader from 'dataloader'
import { queuePositions } from '#store/jobs/findJob'

/** How many jobs stand before a job in the queue, by its id; null when it does not wait any more. */
export type QueueLoader = DataLoader<string, number | null>

/** Looks the places of a whole batch up with one query. Keeps none: a subscription asks again and again. */
export const queueLoader = (): QueueLoader =>
  new DataLoader(
    async (ids) => {
      const found = await queuePositions(ids)
      return ids.map((id) => found.get(id) ?? null)
    },
    { cache: false },
  )
