import { InferenceSession } from 'onnxruntime-node'

/** Where a model runs: NVIDIA's library, any GPU through WebGPU, or the processor. */
export type Provider = 'cuda' | 'webgpu' | 'cpu'

/**
 * Opens an ONNX model. Only the engine thread may call this (see engineThread.ts).
 *
 * One provider, for a list of them does not fall back: it throws. One inter-op thread and no spinning: the machine's cores
 * are shared with lettering and the queue. Arena and memory pattern are off: inputs change their size with each picture,
 * and the arena keeps the largest for ever (427 MB against 265 MB of RSS, same speed). ONNX reads the file itself: bytes
 * that pass through JavaScript stay until its next collection (60 MB more for CLIP).
 * @throws Error that names the file when it is missing, no model, or the provider is not to be had.
 */
export async function openSession(
  path: string,
  threads: number,
  provider: Provider = 'cpu',
): Promise<InferenceSession> {
  try {
    return await InferenceSession.create(path, {
      executionProviders: [provider],
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
