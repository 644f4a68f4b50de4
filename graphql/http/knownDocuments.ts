import { type DocumentNode, GraphQLError, parse, specifiedRules, validate } from 'graphql'
import { LRUCache } from 'lru-cache'
import type { Config } from '#core/config'
import { operationLimits } from '../limits/operationLimits'
import { schema } from '../schema'

/** A document that may be executed, or why it may not. */
type Judged = { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[]; readonly code: string }

/** Characters of all documents kept together: strangers fill this, too. */
const MOST_CHARACTERS = 1_000_000

const known = new LRUCache<string, Judged>({
  maxSize: MOST_CHARACTERS,
  maxEntrySize: MOST_CHARACTERS / 50,
  sizeCalculation: (_judged, query) => query.length + 1,
})

/**
 * Parses and validates a document as Apollo does, with the same limits; once for equal texts, as Apollo does, too: clients send the same few, and
 * this takes a millisecond each.
 */
export function knownDocument(query: string, config: Config): Judged {
  const judged = known.get(query) ?? judge(query, config)
  known.set(query, judged)
  return judged
}

function judge(query: string, config: Config): Judged {
  const { parseOptions, validationRules } = operationLimits(config)
  try {
    const document = parse(query, parseOptions)
    const errors = validate(schema(), document, [...specifiedRules, ...validationRules])
    return errors.length > 0 ? { errors, code: 'GRAPHQL_VALIDATION_FAILED' } : { document }
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error], code: 'GRAPHQL_PARSE_FAILED' }
    throw error
  }
}
