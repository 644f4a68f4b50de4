import { z } from 'zod'

/** A model of a worker, as curators see it. */
export interface WorkerModel {
  readonly name: string
  readonly version: string | null
  /** ready, missing or broken. */
  readonly state: string
  readonly device: string | null
  /** What is wrong or not as asked for; null when nothing is. */
  readonly advice: string | null
}

/** What workers write of a model; workers of another version may leave anything out, or say more. */
const report = z.object({
  state: z.string().optional(),
  device: z.string().optional(),
  engine: z.string().optional(),
  version: z.string().optional(),
  model: z.string().optional(),
  vision: z.object({ provider: z.string() }).optional(),
  notUsed: z.array(z.string()).optional(),
  problem: z.string().optional(),
  how: z.string().optional(),
})

/** Reads the models of a worker's row. What is no model (versions of ours stand there, too) is left out. */
export function workerModels(models: unknown): readonly WorkerModel[] {
  return Object.entries((models ?? {}) as Record<string, unknown>).flatMap(([name, value]) => {
    const read = report.safeParse(value)
    if (!read.success) return []
    const { state, device, engine, version, model, vision, notUsed, problem, how } = read.data
    const advice = [problem, how, ...(notUsed ?? [])].filter((part) => part !== undefined).join(' ')
    return [
      {
        name,
        version: model ?? ([engine, version].filter((part) => part !== undefined).join(' ') || null),
        state: state ?? 'ready',
        device: device ?? vision?.provider ?? null,
        advice: advice || null,
      },
    ]
  })
}
