import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Provider } from '#workers/models/session'
import { hasGpuDevice, hasNvidiaDevice } from './gpuDevice'

/** What models are tried on, best first; the processor is the last. */
export interface ProviderChoice {
  readonly providers: readonly Provider[]
  /** Why one that was asked for is not tried: each with what would help. */
  readonly notUsed: readonly string[]
}

/** What a machine has for models to run on. */
export interface ModelMachine {
  readonly gpu: boolean
  readonly nvidia: boolean
  /** Whether CUDA's library lies beside ONNX Runtime. */
  readonly cudaLibrary: boolean
}

const libraryNames: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  linux: 'libonnxruntime_providers_cuda.so',
  win32: 'onnxruntime_providers_cuda.dll',
}

/** Looked for instead of tried: ONNX Runtime prints a red line of its own for a library that is not there. */
function hasCudaLibrary(): boolean {
  const name = libraryNames[process.platform]
  if (!name) return false
  const builds = path.join(path.dirname(createRequire(import.meta.url).resolve('onnxruntime-node/package.json')), 'bin')
  return readdirSync(builds).some((abi) => existsSync(path.join(builds, abi, process.platform, process.arch, name)))
}

/** This machine. */
export const thisMachine = (): ModelMachine => ({
  gpu: hasGpuDevice(),
  nvidia: hasNvidiaDevice(),
  cudaLibrary: hasCudaLibrary(),
})

/** Without any graphics processor. */
export const processorOnly: ProviderChoice = { providers: ['cpu'], notUsed: [] }

/**
 * What models are tried on: CUDA where there is an NVIDIA device and its library, then WebGPU, which comes with ONNX Runtime, then the processor. One at a time,
 * for ONNX Runtime does not fall back by itself.
 * @param enabled `vector_db.enable_gpu`, for the text reader as for CLIP
 */
export function providersFor(enabled: boolean, machine: ModelMachine = thisMachine()): ProviderChoice {
  if (!enabled) return processorOnly
  if (!machine.gpu) {
    const notUsed =
      'cuda, webgpu: there is no graphics processor here (no /dev/nvidia0, /dev/dri/renderD128 or /dev/dxg; a container must be given it)'
    return { providers: ['cpu'], notUsed: [notUsed] }
  }
  if (!machine.nvidia) return { providers: ['webgpu', 'cpu'], notUsed: ['cuda: there is no NVIDIA device'] }
  if (!machine.cudaLibrary) {
    const notUsed =
      'cuda: its library is not beside ONNX Runtime. `ONNXRUNTIME_NODE_INSTALL=cuda12 npm rebuild onnxruntime-node --ignore-scripts=false` fetches it (docs/gpu.md)'
    return { providers: ['webgpu', 'cpu'], notUsed: [notUsed] }
  }
  return { providers: ['cuda', 'webgpu', 'cpu'], notUsed: [] }
}
