/**
 * Runs a small CLIP's text encoder on WebGPU and on the processor, for webgpu.test.ts: in a process of its own, because the system looks for Vulkan once, as
 * a process starts. Argument: the model's folder, with weights in full and in half precision. Prints JSON.
 */
import type { Candidate } from '#workers/models/clip/candidates'
import { embedTexts, openClipTower } from '#workers/models/clip/clipThread'

const directory = process.argv[2]!
const texts = ['two cats', 'do']

async function embedOn(...candidates: readonly Candidate[]) {
  const { handle, provider, dtype, refused } = await openClipTower({ directory, tower: 'text', candidates, threads: 1 })
  return { provider, dtype, refused, vectors: await embedTexts({ handle, texts }) }
}

const processor = await embedOn({ provider: 'cpu', dtype: 'fp32' })
const gpu = await embedOn({ provider: 'webgpu', dtype: 'fp32' }, { provider: 'cpu', dtype: 'fp32' })
const half = await embedOn({ provider: 'webgpu', dtype: 'fp16' }, { provider: 'cpu', dtype: 'fp32' })
const cosine = gpu.vectors.reduce((sum, value, i) => sum + value * processor.vectors[i]!, 0) / texts.length
console.log(JSON.stringify({ gpu: { ...gpu, vectors: [] }, half: { ...half, vectors: [] }, cosine }))
