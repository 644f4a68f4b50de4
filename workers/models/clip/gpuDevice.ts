import { existsSync, readdirSync } from 'node:fs'

/**
 * Whether a graphics processor may be here. Linux shows one as a device; elsewhere only trying tells. Trying where there is
 * none costs lines of complaint from the drivers at each start, and a software renderer would be slower than 8 bits on the processor.
 */
export function hasGpuDevice(platform = process.platform, devices = '/dev'): boolean {
  if (platform !== 'linux') return true
  if (existsSync(`${devices}/nvidia0`) || existsSync(`${devices}/dxg`)) return true
  const folder = `${devices}/dri`
  return existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('renderD'))
}
