import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

/** Where Linux shows its devices. */
const DEVICES = '/dev'

/** NVIDIA's own, through Windows' subsystem (dxg), or anybody's. */
const graphicsDevice = /^(nvidia\d+|dxg|renderD\d+)$/
const nvidiaDevice = /^(nvidia\d+|dxg)$/

const deviceNames = (devices: string): readonly string[] =>
  [devices, path.join(devices, 'dri')].flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : []))

/**
 * Whether a graphics processor may be here. Linux shows one as a device; elsewhere only trying tells. Trying where there is
 * none costs lines of complaint from the drivers at each start, and a software renderer would be slower than 8 bits on the processor.
 */
export function hasGpuDevice(platform = process.platform, devices = DEVICES): boolean {
  return platform !== 'linux' || deviceNames(devices).some((name) => graphicsDevice.test(name))
}

/** Whether a graphics processor of NVIDIA's may be here: CUDA wants one. */
export function hasNvidiaDevice(platform = process.platform, devices = DEVICES): boolean {
  if (platform === 'darwin') return false
  return platform !== 'linux' || deviceNames(devices).some((name) => nvidiaDevice.test(name))
}
