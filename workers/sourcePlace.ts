import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { fileURLToPath } from 'node:url'

/** A place in a file; line and column count from 0. */
export interface SourcePlace {
  /** `file:` address. */
  readonly url: string
  readonly line: number
  readonly column: number
}

const maps = new Map<string, SourceMap | undefined>()

/** Packages' maps are left alone: Node's own `--enable-source-maps` keeps them all, 17 MB in a worker. */
function mapOf(url: string): SourceMap | undefined {
  if (!url.startsWith('file:') || url.includes('/node_modules/')) return undefined
  if (!maps.has(url)) {
    const file = `${fileURLToPath(url)}.map`
    maps.set(url, existsSync(file) ? new SourceMap(JSON.parse(readFileSync(file, 'utf8'))) : undefined)
  }
  return maps.get(url)
}

/** Where built code was written; undefined for code that nobody built. Maps are read when they are first asked for. */
export function sourcePlace({ url, line, column }: SourcePlace): SourcePlace | undefined {
  const entry = mapOf(url)?.findEntry(line, column)
  if (!entry || !('originalSource' in entry)) return undefined
  const { originalSource, originalLine, originalColumn } = entry
  return { url: new URL(originalSource, url).href, line: originalLine, column: originalColumn }
}
