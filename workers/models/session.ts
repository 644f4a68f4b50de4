import { InferenceSession } from 'onnxruntime-node'

/** Where a model runs: NVIDIA's library, any GPU through WebGPU, or the processor. */
export type Provider = 'cuda' | 'webgpu' | 'cpu'

/**
 * Opens an ONNX model. Only the engine thread may call this (see engineThread.ts).
 *
 * One provider, for a list of them does not fall back: it throws. One inter-op thread and no spinning: the machine's cores
 * are shared with lettering and the queue. The memory pattern is off: inputs change their size with each picture. ONNX reads
 * large files itself: bytes that pass through JavaScript stay until its next collection (60 MB more for CLIP).
 * @param model a file, or the bytes of one
 * @param arena keeps memory from one operator of a run to the next; runs must then be given `givingBack`. Without it each operator's
 *   result comes fresh from the system, page by page: half as much time again for the text detector's large maps.
 * @throws Error that names the file when it is missing, no model, or the provider is not to be had.
 */
export async function openSession(
  model: string | { readonly name: string; readonly bytes: Uint8Array },
  threads: number,
  provider: Provider = 'cpu',
  arena = false,
): Promise<InferenceSession> {
  const options: InferenceSession.SessionOptions = {
    executionProviders: [provider],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
    enableCpuMemArena: arena,
    enableMemPattern: false,
    // A GPU leaves small operators to the processor, which would be warned of at each start; what fails is told by who asked.
    ...(provider === 'cpu' ? {} : { logSeverityLevel: 4 as const }),
    extra: { session: { intra_op: { allow_spinning: '0' }, inter_op: { allow_spinning: '0' } } },
  }
  try {
    return typeof model === 'string'
      ? await InferenceSession.create(model, options)
      : await InferenceSession.create(model.bytes, options)
  } catch (cause) {
    const reason = plainReason(cause)
    throw new Error(`The model ${typeof model === 'string' ? model : model.name} cannot be loaded: ${reason}`, {
      cause,
    })
  }
}

/** What went wrong, without the places in ONNX Runtime's sources that it writes before. */
function plainReason(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause)
  return message.trim().replace(/^\/onnxruntime_src\/.* was false\. /s, '')
}

/** For runs of a session with an arena: what the largest input needed does not stay with the process. */
export const givingBack: InferenceSession.RunOptions = {
  extra: { memory: { enable_memory_arena_shrinkage: 'cpu:0' } },
}
