/** Colours off where nobody looks, and where the person asked for none. */
const coloured = process.stdout.isTTY && !process.env.NO_COLOR

const levels: Record<number, string> = { 30: '', 40: 'warning: ', 50: 'error: ', 60: 'fatal: ' }
const bookkeeping = new Set(['level', 'time', 'pid', 'hostname', 'msg', 'v'])

function asWords(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** A line of pino's JSON as words for a person; any other line as it is. */
export function readable(line: string): string {
  if (!line.startsWith('{"level":')) return line
  try {
    const record = JSON.parse(line) as Record<string, unknown>
    const facts = Object.entries(record)
      .filter(([key]) => !bookkeeping.has(key))
      .map(([key, value]) => `${key}=${asWords(value)}`)
    return [`${levels[Number(record.level)] ?? ''}${record.msg ?? ''}`, ...facts].join('  ').trim()
  } catch {
    return line
  }
}

/** A part's line, marked with the part's name. On a terminal for a person, else as the part wrote it, for programs. */
export function marked(part: string, line: string): string {
  const name = part.padEnd(6)
  return coloured ? `\u001b[2m${name} │\u001b[0m ${readable(line)}` : `${name} │ ${line}`
}
