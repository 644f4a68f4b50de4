import { database } from './database'
import type { EmbeddingId } from './embeddings'

/** A model as vectors name it. */
export type ClipModel = Pick<EmbeddingId, 'model' | 'version'>

/** The CLIP model that a living worker has loaded; undefined when none has. @param deadAfterSeconds `queue.dead_after_seconds` */
export async function readyClip(deadAfterSeconds: number): Promise<ClipModel | undefined> {
  const [ready] = await database().$queryRaw<ClipModel[]>`
    select models #>> '{clip,model}' as model, models #>> '{clip,version}' as version from worker
    where models #>> '{clip,state}' = 'ready' and state = 'READY' and last_seen_at > now() - make_interval(secs => ${deadAfterSeconds})
    order by started_at desc limit 1`
  return ready
}
