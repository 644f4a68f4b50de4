import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { type Config, configSchema } from '#core/config'

const ENV_PREFIX = 'MEMEZAP_'

/** config.yaml or the environment says something that is not allowed; the message names each key's path. */
export class ConfigError extends Error {}

/** The folder with config.yaml: the project's own, wherever the process was started. */
export function projectRoot(): string {
  for (let dir = process.cwd(); ; dir = path.dirname(dir)) {
    if (existsSync(path.join(dir, 'config.yaml'))) return dir
    if (dir === path.dirname(dir)) throw new ConfigError('config.yaml was not found in this folder or above it')
  }
}

function setAtPath(target: Record<string, unknown>, keys: readonly string[], value: unknown): void {
  const [key, ...rest] = keys as [string, ...string[]]
  if (rest.length === 0) {
    target[key] = value
    return
  }
  if (typeof target[key] !== 'object' || target[key] === null) target[key] = {}
  setAtPath(target[key] as Record<string, unknown>, rest, value)
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) deepFreeze(part)
  return Object.freeze(value)
}

/**
 * Reads settings from YAML text, lays `MEMEZAP_<GROUP>__<KEY>` variables over them, checks them.
 * @throws ConfigError naming every wrong key by its path.
 */
export function parseConfig(yamlText: string, env: Readonly<Record<string, string | undefined>>): Config {
  const raw = (parse(yamlText) ?? {}) as Record<string, unknown>
  for (const [name, text] of Object.entries(env)) {
    if (!name.startsWith(ENV_PREFIX) || !name.includes('__') || text === undefined) continue
    const keys = name.slice(ENV_PREFIX.length).toLowerCase().split('__')
    setAtPath(raw, keys, parse(text) ?? '')
  }
  const result = configSchema.safeParse(raw)
  if (result.success) return deepFreeze(result.data)
  const lines = result.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => `${[...issue.path, key].join('.')}: there is no such key`)
      : [`${issue.path.join('.')}: ${issue.message}`],
  )
  throw new ConfigError(`config.yaml (or a ${ENV_PREFIX}… variable) is not right:\n  ${lines.join('\n  ')}`)
}

let loaded: Config | undefined

/** The settings of this process, read once. @throws ConfigError */
export function config(): Config {
  loaded ??= parseConfig(readFileSync(path.join(projectRoot(), 'config.yaml'), 'utf8'), process.env)
  return loaded
}
