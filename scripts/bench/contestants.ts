import type { DatabaseServer } from '#e2e/support/databaseServer'
import { type Stack, startStack } from '#e2e/support/stack'
import { config } from '#store/config'
import { beforeSettings } from './beforeSettings'
import { type LeanClient, leanClient } from './leanClient'
import { publishBenchTemplate } from './load/benchTemplates'
import type { Contestant } from './measure'
import type { Devices } from './report/result'
import type { StandInClip } from './standInClip'
import { untilDescribed } from './untilDescribed'
import { untilIdle } from './untilIdle'
import { workerRow } from './workerRow'

/** A started system that takes part. */
export interface Side extends Contestant {
  readonly stack: Stack
  readonly client: LeanClient
  readonly devices: Devices
  stop(): Promise<void>
}

/** What all sides share. */
export interface Ring {
  readonly databases: DatabaseServer
  readonly clip: StandInClip
  /** Only the one template that is needed, instead of the whole starter set. */
  readonly small: boolean
}

async function newDatabase(databases: DatabaseServer) {
  const url = await databases.create()
  return { url, drop: () => databases.drop(url) }
}

const side = (name: Side['name'], stack: Stack, devices: Devices): Side => {
  const client = leanClient(stack.url)
  const { idle, close } = untilIdle(stack.databaseUrl)
  return {
    name,
    stack,
    client,
    devices,
    idle,
    async stop() {
      await Promise.all([client.close(), close()])
      await stack.stop()
    },
  }
}

/** The same code with the prototype's habits: beforeWorker.ts and beforeSettings.ts. */
export async function startBefore({ databases, clip }: Ring): Promise<Side> {
  const env = {
    ...beforeSettings(config()),
    BENCH_CLIP_FOLDER: clip.folder,
    // Nothing is there: the worker of "before" loads CLIP by itself, for each request.
    MEMEZAP_CLIP__DIRECTORY: `${clip.folder}/none`,
  }
  const workerProgram = 'scripts/bench/beforeWorker.ts'
  const stack = await startStack({ database: await newDatabase(databases), env, workerProgram })
  return side('before', stack, { ocr: 'cpu', clip: 'cpu fp32' })
}

/** The program as it is, ready: templates published and described. @param gpu undefined: as the settings say */
export async function startAfter(
  { databases, clip, small }: Ring,
  name: 'after' | 'gpu',
  gpu: boolean | undefined,
): Promise<Side> {
  const env = { ...clip.env, ...(gpu === undefined ? {} : { MEMEZAP_VECTOR_DB__ENABLE_GPU: String(gpu) }) }
  const stack = await startStack({ database: await newDatabase(databases), env, starterTemplates: !small })
  try {
    if (small) await publishBenchTemplate(stack)
    const { ocr, clip: loaded } = (await workerRow(stack.databaseUrl)).models
    const { provider, dtype } = loaded?.vision ?? {}
    await untilDescribed(stack.databaseUrl, provider !== undefined)
    return side(name, stack, { ocr: ocr?.device ?? 'unknown', clip: provider ? `${provider} ${dtype}` : 'off' })
  } catch (error) {
    await stack.stop()
    throw error
  }
}
