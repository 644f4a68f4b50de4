import { GraphQLError, GraphQLScalarType, Kind } from 'graphql'

function readMoment(value: unknown): Date {
  const moment = typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value) : undefined
  if (moment && !Number.isNaN(moment.getTime())) return moment
  throw new GraphQLError('A moment is written as ISO 8601, for example 2026-01-01T12:00:00Z.')
}

/** The contract's DateTime: stores give Dates, clients get and send ISO 8601. */
export const dateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  // A resolver's scalar takes the place of the one in schema.graphql, with its description.
  description: 'A moment in time, ISO 8601 with milliseconds, in UTC.',
  serialize(value) {
    if (value instanceof Date) return value.toISOString()
    throw new TypeError(`DateTime needs a Date, not ${typeof value}`)
  },
  parseValue: readMoment,
  parseLiteral(node) {
    return readMoment(node.kind === Kind.STRING ? node.value : undefined)
  },
})
