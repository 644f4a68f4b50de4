/** SQLSTATEs, Prisma's codes and the operating system's that say: there is no connection, rather than: this query is wrong. */
const codes = /^(57P0[1-5]|08\w{3}|P1001|P1002|P1008|P1017|P2024|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/
const words =
  /connection terminated|terminating connection|closed the connection|server has closed|can't reach database|connection is not/i

/** Whether an error, or what caused it, is that the database cannot be reached: trying again later may succeed. */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, originalCode, message, cause, meta } = error as Record<string, unknown>
  if ([code, originalCode].some((value) => typeof value === 'string' && codes.test(value))) return true
  if (typeof message === 'string' && words.test(message)) return true
  return [cause, (meta as Record<string, unknown> | undefined)?.driverAdapterError].some(isDatabaseAway)
}
