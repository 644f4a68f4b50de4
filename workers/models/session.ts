import { readFile } from 'node:fs/promises'
import { InferenceSession } from 'onnxruntime-node'

/**
 * Opens an ONNX model on the CPU. Only the engine thread may call this (see engineThread.ts).
 *
 * One inter-op thread and no spinning: the machine's cores are shared with lettering and the queue. Arena and memory
 * pattern are off: inputs change their size with each picture, and the arena keeps the largest for ever (427 MB against
 * 265 MB of RSS, same speed).
 * @throws Error that names the file when it is missing or no model.
 */
export async function openSession(path: string, threads: number): Promise<InferenceSession> {
  try {
    return await InferenceSession.create(await readFile(path), {
      executionProviders: ['cpu'],
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      graphOptimizationLevel: 'all',
      enableCpuMemArena: false,
      enableMemPattern: false,
      extra: { session: { intra_op: { allow_spinning: '0' }, inter_op: { allow_spinning: '0' } } },
    })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`The model ${path} cannot be loaded: ${reason}`, { cause })
  }
}
