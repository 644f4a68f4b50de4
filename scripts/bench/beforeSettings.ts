import type { Config } from '#core/config'

const name = (group: string, key: string): string => `MEMEZAP_${group}__${key}`.toUpperCase()

/** Every cache that has a switch: those that come later are found, too. */
function cacheSwitches(config: Config): string[] {
  return Object.entries(config).flatMap(([group, keys]) =>
    Object.keys(keys)
      .filter((key) => /^enable_(\w+_)?cache$/.test(key))
      .map((key) => name(group, key)),
  )
}

/**
 * The old prototype's other habits, as settings: no caches, removal whatever covers how little, TELEA, full size, one thing after another, on the
 * processor.
 */
export function beforeSettings(config: Config): Readonly<Record<string, string>> {
  const pools = Object.keys(config.workers).filter((key) => /^(jobs|ocr|inpaint|render|embed)$/.test(key))
  return {
    ...Object.fromEntries(cacheSwitches(config).map((key) => [key, 'false'])),
    ...Object.fromEntries(pools.map((key) => [name('workers', key), '1'])),
    MEMEZAP_IMAGE_PROCESSING__INPAINT_ENGINE: 'opencv',
    MEMEZAP_IMAGE_PROCESSING__ENABLE_FAST_INPAINT: 'false',
    MEMEZAP_IMAGE_PROCESSING__MAX_PROCESSING_DIMENSION: '4096',
    MEMEZAP_IMAGE_PROCESSING__SKIP_TEXT_REMOVAL_THRESHOLD: '0',
    MEMEZAP_VECTOR_DB__ENABLE_GPU: 'false',
  }
}
