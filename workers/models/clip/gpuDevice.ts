import { existsSync, readdirSync } from 'node:fs'

/**
 * Whether a graphics processor may be here. Linux shows one as a device; elsewhere only trying tells. Trying where there is
 * none costs lines of complaint from the drivers at each start, and a software renderer would be slower than 8 bits on the processor.
 */
export function hasGpuDevice(platform = process.platform, devices = '/dev'): boolean {
  if (platform !== 'linux') return true
  const names = [devices, `${devices}/dri`].flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : []))
  return names.some((name) => /^(nvidia\d+|dxg|renderD\d+)$/.test(name))
}
