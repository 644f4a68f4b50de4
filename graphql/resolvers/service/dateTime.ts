import { GraphQLScalarType } from 'graphql'

/** The contract's DateTime: stores give Dates, clients get ISO 8601. No input uses it. */
export const dateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  // A resolver's scalar takes the place of the one in schema.graphql, with its description.
  description: 'A moment in time, ISO 8601 with milliseconds, in UTC.',
  serialize(value) {
    if (value instanceof Date) return value.toISOString()
    throw new TypeError(`DateTime needs a Date, not ${typeof value}`)
  },
})
