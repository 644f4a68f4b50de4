import { execFile } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { findChromium } from '#e2e/support/chromium'
import { writeModelFolder } from '#e2e/support/clipModelFolder'
import { temporaryFolder } from '#e2e/support/temporaryFolder'
import { projectRoot } from '#store/config'

/** Chromium brings Vulkan with a device made of software: slow, and without half precision, but a WebGPU device all the same. */
function softwareDevice(): Record<string, string> | undefined {
  const chromium = findChromium()
  // Debian's command is a script beside the program's folder.
  const folders = chromium ? [path.dirname(realpathSync(chromium)), '/usr/lib/chromium'] : []
  const folder = folders.find((one) =>
    ['libvulkan.so.1', 'vk_swiftshader_icd.json'].every((name) => existsSync(path.join(one, name))),
  )
  return folder
    ? { LD_LIBRARY_PATH: folder, VK_ICD_FILENAMES: path.join(folder, 'vk_swiftshader_icd.json') }
    : undefined
}

const device = softwareDevice()

test.skipIf(!device)(
  'WebGPU gives the processor’s vectors; a device that loads a model and cannot run it is passed over',
  async () => {
    const folder = temporaryFolder()
    writeModelFolder(folder, { dtypes: ['fp32', 'fp16'] })
    const program = ['--import', 'tsx', 'workers/models/webgpu.testing.ts', folder]
    const env = { ...process.env, ...device, ORT_DISABLE_TELEMETRY: '1' }
    const { stdout } = await promisify(execFile)(process.execPath, program, { cwd: projectRoot(), env })
    const { gpu, half, cosine } = JSON.parse(stdout.trim().split('\n').at(-1)!)
    expect(gpu).toMatchObject({ provider: 'webgpu', dtype: 'fp32', refused: [] })
    expect(cosine).toBeGreaterThan(0.9999)
    expect(half).toMatchObject({ provider: 'cpu', dtype: 'fp32', refused: [{ provider: 'webgpu', dtype: 'fp16' }] })
    expect(half.refused[0].why).toContain('requires f16 but the device does not support it')
  },
  120_000,
)
